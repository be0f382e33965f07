import { Module, type DynamicModule } from '@nestjs/common';
import type { OpenedApplication } from '@thidua/application';
import { ApplicationModule, loggingModule, type RunningProcess } from '@thidua/platform';

/** The process without a face: read models, process managers and jobs. */
@Module({})
export class WorkerModule {
  static with(application: OpenedApplication, process: RunningProcess): DynamicModule {
    return {
      module: WorkerModule,
      imports: [loggingModule(process.log), ApplicationModule.with(application, process)],
    };
  }
}
