import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { OpenedApplication } from '@thidua/application';
import { ApplicationModule, loggingModule, type RunningProcess } from '@thidua/platform';
import { AuditController } from './audit/audit.controller';
import { CalendarController } from './calendar/calendar.controller';
import { CriteriaController } from './criteria/criteria.controller';
import { EvaluationInputsController } from './evaluations/evaluation-inputs.controller';
import { EvaluationsController } from './evaluations/evaluations.controller';
import { ExportsController } from './exports/exports.controller';
import { BriefingsController } from './briefings/briefings.controller';
import { EventsController } from './events/events.controller';
import { HealthController } from './health/health.controller';
import { AccessGuard } from './http/access.guard';
import { ProblemDetailsFilter } from './http/problem-details.filter';
import { InboxController } from './inbox/inbox.controller';
import { MetricsController } from './metrics/metrics.controller';
import { OrganisationController } from './organisation/organisation.controller';
import { PerformanceController } from './performance/performance.controller';
import { PlansController } from './plans/plans.controller';
import { ProjectionsController } from './projections/projections.controller';
import { QuestionsController } from './questions/questions.controller';
import { ScoresController } from './scores/scores.controller';
import { TasksController } from './tasks/tasks.controller';
import { WorkflowsController } from './workflows/workflows.controller';
import { TimersController } from './timers/timers.controller';

/** The HTTP face: controllers translate, the buses decide what happens. */
@Module({})
export class AppModule {
  static with(application: OpenedApplication, process: RunningProcess): DynamicModule {
    return {
      module: AppModule,
      imports: [loggingModule(process.log), ApplicationModule.with(application, process)],
      controllers: [
        PlansController,
        TasksController,
        WorkflowsController,
        OrganisationController,
        CalendarController,
        PerformanceController,
        ScoresController,
        ExportsController,
        EvaluationsController,
        QuestionsController,
        BriefingsController,
        EvaluationInputsController,
        CriteriaController,
        AuditController,
        EventsController,
        TimersController,
        InboxController,
        ProjectionsController,
        HealthController,
        MetricsController,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemDetailsFilter },
      ],
    };
  }
}
