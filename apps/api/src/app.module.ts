import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { Application } from '@thidua/application';
import { ApplicationModule, loggingModule, type Settings } from '@thidua/platform';
import { AuditController } from './audit/audit.controller';
import { EventsController } from './events/events.controller';
import { HealthController } from './health/health.controller';
import { AccessGuard } from './http/access.guard';
import { ProblemDetailsFilter } from './http/problem-details.filter';
import { OrganisationController } from './organisation/organisation.controller';
import { PerformanceController } from './performance/performance.controller';
import { PlansController } from './plans/plans.controller';
import { ProjectionsController } from './projections/projections.controller';
import { ScoresController } from './scores/scores.controller';
import { TasksController } from './tasks/tasks.controller';

/** The HTTP face: controllers translate, the buses decide what happens. */
@Module({})
export class AppModule {
  static with(application: Application, settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [loggingModule(settings), ApplicationModule.with(application, settings)],
      controllers: [
        PlansController,
        TasksController,
        OrganisationController,
        PerformanceController,
        ScoresController,
        AuditController,
        EventsController,
        ProjectionsController,
        HealthController,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemDetailsFilter },
      ],
    };
  }
}
