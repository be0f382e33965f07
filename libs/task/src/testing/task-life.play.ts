import { addDays, CommandRejected } from '@thidua/kernel';
import type { TaskCommand } from '../task.commands';
import type { TaskContext } from '../task.context';
import { taskDecider } from '../task.decider';
import type { TaskEvent } from '../task.events';
import type { Task, TaskState } from '../task.state';
import { UNITS } from './people';
import { taskContext } from './task.fixtures';
import { faulty } from './task-life.assigning-steps';
import { askedAtFirst, assigned, modelOf, type Beginning } from './task-life.course';
import { FIRST_DAY } from './task-life.days';
import { ACTORS } from './task-life.draws';
import { FLOWS } from './task-life.flows';
import type { Act, TaskLife } from './task-life.model';
import { NOTHING_NEW, type Move } from './task-life.move';
import { expectConforming, expectReadable, expectSame } from './task-life.same';
import { moves, type Draw } from './task-life.steps';
import { foreseen, historyOf, visible } from './task-life.view';

export const ACCEPTED = 'accepted';

/** What the directory knows; what a course names beside these is nobody. */
const KNOWN = {
  knownUnitIds: new Set([...Object.values(UNITS), 'phong-khac']),
  knownPersonIds: new Set(ACTORS.map(({ actor }) => actor.id)),
};

/** What the model foretells: that it is taken, that it changes nothing, or the code of its refusal. */
function foretoldOf(model: TaskLife, move: Move, { on }: Act): string {
  if (on < FIRST_DAY && move.evenBefore !== true) return 'OCCURRED_BEFORE_ASSIGNMENT';
  if (model.carriedOver !== null && move.evenCarriedOver !== true) return 'TASK_CARRIED_OVER';
  return move.refusal ?? ACCEPTED;
}

interface Answer {
  readonly outcome: string;
  readonly events: readonly TaskEvent[];
}

function answerTo(command: TaskCommand, task: TaskState, context: TaskContext): Answer {
  try {
    const events = taskDecider.decide(command, task, context);
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

/** Before there is a task every move of it is refused, and so is an assignment with a fault. */
function playBefore(drawn: Beginning, { actor, what, ...draw }: Draw): Played[] {
  const act = { actor, on: FIRST_DAY };
  const context = taskContext({ ...act, ...KNOWN, workflow: FLOWS[drawn.flow] });
  const early = moves[what](modelOf(drawn), act, { actor, ...draw }).command;
  const { command, refusal } = faulty(askedAtFirst(drawn), draw.twist, actor);
  const outcomes = [
    ...(what === 'assign' ? [] : [[early, 'TASK_NOT_FOUND'] as const]),
    [command, refusal] as const,
  ].map(([asked, expected]) => {
    const { outcome } = answerTo(asked, null, context);
    expectSame({ asked, outcome }, { asked, outcome: expected });
    return outcome;
  });
  return outcomes.map((outcome) => ({ what: 'assign', flow: drawn.flow, outcome }));
}

/** Plays a course through the decider beside the model, comparing both after every act. */
export function play([drawn, draws]: readonly [Beginning, readonly Draw[]]): Played[] {
  const model: TaskLife = modelOf(drawn);
  const played: Played[] = draws.slice(0, 1).flatMap((draw) => playBefore(drawn, draw));
  let task = assigned(drawn);
  let day = FIRST_DAY;
  for (const each of draws) {
    day = addDays(day, each.dayStep);
    const act = { actor: each.actor, on: day };
    const move = moves[each.what](model, act, each);
    const outcome = foretoldOf(model, move, act);
    const { events, ...answer } = answerTo(move.command, task, contextOf(move, model, act));
    const types = events.map(({ type }) => type);
    const expected = { outcome, types: outcome === ACCEPTED ? move.events : [] };
    const seen = { move: each, act: JSON.stringify(act), ...visible(task) };
    if (answer.outcome !== outcome || String(types) !== String(expected.types)) {
      expectSame({ ...seen, ...answer, types }, { ...seen, ...expected });
    }
    expectConforming(events);
    const next = after(task, events);
    if (outcome === ACCEPTED) move.apply();
    task = next;
    played.push({ what: each.what, flow: drawn.flow, outcome });
    expectSame(visible(task), foreseen(model));
  }
  return played;
}

function contextOf({ lookedUp }: Move, model: TaskLife, act: Act): TaskContext {
  const definition = FLOWS[model.flow === 'default' ? 'two-level' : 'default'];
  const target = { definition, isRetired: false };
  return taskContext({ ...act, ...KNOWN, workflow: FLOWS[model.flow], target, ...lookedUp });
}

/** The task after the events, of whose history nothing may have gone. */
function after(task: Task, events: readonly TaskEvent[]): Task {
  const next = events.reduce<Task>((now, event) => taskDecider.evolve(now, event) ?? now, task);
  const before = historyOf(task);
  const hasShrunk = historyOf(next).some((length, at) => length < (before[at] ?? 0));
  expectSame(hasShrunk, false);
  return next;
}
