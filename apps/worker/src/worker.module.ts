import { Module, type DynamicModule } from '@nestjs/common';
import type { Application } from '@thidua/application';
import { ApplicationModule, loggingModule, type Settings } from '@thidua/platform';

/** The process without a face: read models, process managers and jobs. */
@Module({})
export class WorkerModule {
  static with(application: Application, settings: Settings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [loggingModule(settings), ApplicationModule.with(application, settings)],
    };
  }
}
