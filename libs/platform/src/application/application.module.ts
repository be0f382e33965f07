import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { Application } from '@thidua/application';
import { UseCaseCommandHandler, UseCaseQueryHandler } from '../bus/use-case.handlers';
import type { Settings } from '../config/environment';
import { APPLICATION, SETTINGS } from './application.tokens';

/**
 * The application behind Nest's buses. It is opened before Nest starts, so that a data folder in use or a database out
 * of reach is told in one line instead of a stack trace of the container.
 */
@Module({})
export class ApplicationModule implements OnApplicationShutdown {
  constructor(@Inject(APPLICATION) private readonly application: Application) {}

  static with(application: Application, settings: Settings): DynamicModule {
    return {
      module: ApplicationModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: APPLICATION, useValue: application },
        UseCaseCommandHandler,
        UseCaseQueryHandler,
      ],
      exports: [SETTINGS, APPLICATION, CqrsModule],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.application.close();
  }
}
