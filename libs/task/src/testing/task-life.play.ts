import { addDays, CommandRejected } from '@thidua/kernel';
import { taskDecider } from '../task.decider';
import type { TaskEvent } from '../task.events';
import type { Task } from '../task.state';
import { taskContext } from './task.fixtures';
import { assigned, FLOWS, modelOf, type Beginning } from './task-life.course';
import type { Act, TaskLife } from './task-life.model';
import { NOTHING_NEW, type Move } from './task-life.move';
import { expectConforming, expectReadable, expectSame } from './task-life.same';
import { FIRST_DAY, moves, type Draw } from './task-life.steps';

/** What both tellings show of a task after every act. */
const visible = (task: Task) => ({
  flow: task.workflow.id,
  state: task.state,
  leads: task.leads.map(({ unitId }) => unitId),
  focal: task.leads.find(({ role }) => role === 'focal')?.unitId ?? null,
  condition: task.condition,
  dueOn: task.dueOn,
  completedOn: task.completedOn,
  milestoneReachedOn: task.milestoneReachedOn,
  months: task.reports.map(({ unitId, period }) => `${unitId} ${period}`).sort(),
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
  isCarriedOver: task.carriedOver !== null,
});

const foreseen = ({ around, ...model }: TaskLife): ReturnType<typeof visible> => ({
  flow: model.flow,
  state: model.state,
  leads: [...model.leadUnits],
  focal: model.focalUnit,
  condition: model.condition,
  dueOn: model.dueOn,
  completedOn: model.completedOn,
  milestoneReachedOn: model.milestoneOn,
  months: [...model.months].sort(),
  periods: [...model.periods].map(([period, units]) => [period, [...units]]),
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
  isCarriedOver: model.isCarriedOver,
});

/** What only ever grows: nothing that was recorded goes away again. */
const historyOf = (task: Task): readonly number[] => [
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

const ACCEPTED = 'accepted';
const REFUSED = 'refused';

/** What the model foretells: that it is accepted, the code of its refusal, or only that it is not accepted. */
function foretoldOf(model: TaskLife, move: Move, { on }: Act): string {
  if (on < FIRST_DAY) return 'OCCURRED_BEFORE_ASSIGNMENT';
  const isException = move.evenCarriedOver === true || move.command.type === 'CarryOverTask';
  if (model.isCarriedOver && !isException) return 'TASK_CARRIED_OVER';
  return move.allowed ? ACCEPTED : (move.refusal ?? REFUSED);
}

interface Answer {
  readonly outcome: string;
  readonly events: readonly TaskEvent[];
}

function answerTo({ command }: Move, task: Task, model: TaskLife, act: Act): Answer {
  const target = { definition: FLOWS[model.flow === 'default' ? 'two-level' : 'default'] };
  const flows = { workflow: FLOWS[model.flow], target: { ...target, isRetired: false } };
  try {
    const events = taskDecider.decide(command, task, taskContext({ ...act, ...flows }));
    return { outcome: events.length > 0 ? ACCEPTED : NOTHING_NEW, events };
  } catch (rejection) {
    expectReadable(rejection);
    return { outcome: rejection instanceof CommandRejected ? rejection.code : '', events: [] };
  }
}

/** One act of a course as it went. */
export interface Played {
  readonly what: Draw['what'];
  readonly flow: TaskLife['flow'];
  /** `accepted`, the code of the refusal, or that nothing new was recorded. */
  readonly outcome: string;
}

/** Plays a course through the decider beside the model, comparing both after every act. */
export function play([drawn, draws]: readonly [Beginning, readonly Draw[]]): Played[] {
  const model: TaskLife = modelOf(drawn);
  const played: Played[] = [];
  let task = assigned(drawn);
  let day = FIRST_DAY;
  for (const each of draws) {
    day = addDays(day, each.dayStep);
    const act = { actor: each.actor, on: day };
    const move = moves[each.what](model, act, each);
    const expected = foretoldOf(model, move, act);
    const { outcome, events } = answerTo(move, task, model, act);
    const isAsForetold = expected === REFUSED ? outcome !== ACCEPTED : outcome === expected;
    const seen = { move: each.what, act: JSON.stringify(act), ...visible(task), outcome };
    if (!isAsForetold) expectSame(seen, { ...seen, outcome: expected });
    expectConforming(events);
    const next = events.reduce<Task>((now, event) => taskDecider.evolve(now, event) ?? now, task);
    const before = historyOf(task);
    expectSame(
      historyOf(next).some((length, at) => length < (before[at] ?? 0)),
      false,
    );
    task = next;
    if (outcome === ACCEPTED) move.apply();
    played.push({ what: each.what, flow: drawn.flow, outcome });
    expectSame(visible(task), foreseen(model));
  }
  return played;
}
