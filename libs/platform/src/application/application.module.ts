import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { Application, OpenedApplication } from '@thidua/application';
import { UseCaseCommandHandler, UseCaseQueryHandler } from '../bus/use-case.handlers';
import { ProcessHealth } from '../health/process-health';
import type { RunningProcess } from '../process/open-process';
import { APPLICATION, PROCESS, PROCESS_HEALTH, SETTINGS } from './application.tokens';

/**
 * The application behind Nest's buses. It is opened before Nest starts, so that a data folder in use or a database out
 * of reach is told in one line instead of a stack trace of the container.
 */
@Module({})
export class ApplicationModule implements OnApplicationShutdown {
  constructor(@Inject(APPLICATION) private readonly application: Application) {}

  static with(application: OpenedApplication, process: RunningProcess): DynamicModule {
    return {
      module: ApplicationModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: SETTINGS, useValue: process.settings },
        { provide: APPLICATION, useValue: application },
        { provide: PROCESS, useValue: process },
        { provide: PROCESS_HEALTH, useValue: new ProcessHealth({ ...process, application }) },
        UseCaseCommandHandler,
        UseCaseQueryHandler,
      ],
      exports: [SETTINGS, APPLICATION, PROCESS, PROCESS_HEALTH, CqrsModule],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.application.close();
  }
}
