import type { Task } from '../task.state';
import type { TaskLife } from './task-life.model';

/** What both tellings show of a task after every act. */
export const visible = (task: Task) => ({ ...visibleWork(task), ...visibleBeside(task) });

const visibleWork = (task: Task) => ({
  flow: task.workflow.id,
  state: task.state,
  leads: task.leads.map(({ unitId }) => unitId),
  focal: task.leads.find(({ role }) => role === 'focal')?.unitId ?? null,
  condition: task.condition,
  dueOn: task.dueOn,
  completedOn: task.completedOn,
  milestoneReachedOn: task.milestoneReachedOn,
  // What a unit told counts for its successor too, which may have told of the month by itself.
  months: [...new Set(task.reports.map(({ unitId, period }) => `${unitId} ${period}`))].sort(),
  periods: task.periods.map(({ period, reports }) => [period, reports.map(({ unitId }) => unitId)]),
  occurrences: task.occurrences.map(({ recorded, withdrawn }) => [
    recorded.occurrenceId,
    withdrawn === null,
  ]),
  products: task.products.map(({ productId, verdict }) => [productId, verdict]),
  holders: task.assignments
    .map(({ personId, unitId, subtaskId, finishedOn }) => [personId, unitId, subtaskId, finishedOn])
    .map(String)
    .sort(),
});

const visibleBeside = (task: Task) => ({
  coordinating: task.coordinatingUnitIds,
  requests: task.coordination.map(({ asked, answered }) => [
    asked.requestId,
    asked.unitId,
    answered?.answeredOn ?? null,
  ]),
  obstacles: task.obstacles.map(({ raised, resolved }) => [
    raised.obstacleId,
    raised.unitId,
    resolved?.resolvedOn ?? null,
  ]),
  waits: task.waits.map(({ started, ended, isConfirmed }) => [
    started.waitId,
    started.fromOn,
    ended?.untilOn ?? null,
    isConfirmed,
  ]),
  wishes: task.extensions.map(({ requested, decided }) => [requested.requestId, decided !== null]),
  supervisor: task.supervisingLeaderId,
  predecessors: task.predecessorIds,
  owedSince: task.urging.owedSince,
  struck: task.urging.struck.map(({ timer, countedFrom }) => `${timer} ${countedFrom}`),
  carriedOver: task.carriedOver?.toTaskId ?? null,
  title: task.title,
  priority: task.priority,
  answers: task.answers.map(({ unitId, accepted }) => `${unitId} ${accepted}`).sort(),
  objections: task.declines
    .map(({ unitId, answered }) => `${unitId} ${answered?.outcome ?? 'awaited'}`)
    .sort(),
  every: task.series?.every ?? null,
  count: task.countTarget?.count ?? 0,
  reportedOn: task.result?.reportedOn ?? null,
  parts: task.leadParts.map(({ unitId, reportedOn }) => `${unitId} ${reportedOn}`).sort(),
  proposedOn: task.closingProposal?.proposedOn ?? null,
});

const answerOf = (answer: { readonly stands: boolean } | null) => {
  if (answer === null) return 'awaited';
  return answer.stands ? 'assignment-stands' : 'leads-changed';
};

/** The same as the model has it. */
export const foreseen = ({ around, ...model }: TaskLife): ReturnType<typeof visible> => ({
  flow: model.flow,
  state: model.state,
  leads: [...model.leadUnits],
  focal: model.focalUnit,
  condition: model.condition,
  dueOn: model.dueOn,
  completedOn: model.completedOn,
  milestoneReachedOn: model.milestoneOn,
  months: [...model.months].sort(),
  periods: [...model.periods].map(([period, units]) => [period, [...units.keys()]]),
  occurrences: [...model.occurrences].map(([id, { counts }]) => [id, counts]),
  products: [...model.products].map(([id, { verdict }]) => [id, verdict]),
  holders: model.holders
    .map(({ person, unit, part, finishedOn }) => [person, unit, part, finishedOn])
    .map(String)
    .sort(),
  coordinating: around.coordinating,
  requests: [...around.requests].map(([id, { unit, answeredOn }]) => [id, unit, answeredOn]),
  obstacles: [...around.obstacles].map(([id, { unit, resolvedOn }]) => [id, unit, resolvedOn]),
  waits: [...around.waits].map(([id, { on, endedOn, isConfirmed }]) => [
    id,
    on,
    endedOn,
    isConfirmed,
  ]),
  wishes: [...around.wishes].map(([id, { decided }]) => [id, decided !== null]),
  supervisor: around.supervisor,
  predecessors: [...around.predecessors],
  owedSince: around.owedSince,
  struck: [...around.struck],
  carriedOver: model.carriedOver?.[0] ?? null,
  title: around.title,
  priority: around.priority,
  answers: [...model.answers].map(([unit, accepted]) => `${unit} ${accepted}`).sort(),
  objections: [...model.objections].map(([unit, answer]) => `${unit} ${answerOf(answer)}`).sort(),
  every: model.every,
  count: model.countOwed,
  reportedOn: model.reportedOn,
  parts: [...model.parts].map(([unit, { on }]) => `${unit} ${on}`).sort(),
  proposedOn: model.proposal?.on ?? null,
});

/** What only ever grows: nothing that was recorded goes away again. */
export const historyOf = (task: Task): readonly number[] => [
  task.noted.length,
  task.reports.length,
  task.coordination.length,
  task.obstacles.length,
  task.waits.length,
  task.extensions.length,
  task.occurrences.length,
  task.periods.length,
  task.predecessorIds.length,
  task.urging.struck.length,
  task.resultAttempts,
  task.assignments.filter(({ finishedOn }) => finishedOn !== null).length,
];
