import { localDateOf, startOfDay, type Instant, type LocalDate } from '@thidua/kernel';
import { mayKeepDirectory } from '@thidua/organisation';
import { listTasks, taskBoard, taskOutcomes, type BoardTask } from '@thidua/projections';
import { isWorkingDay } from '@thidua/calendar';
import { AFTER_TIMEOUT_MS, type ApplicationParts } from '../application-parts';
import type { Call } from '../calls/call';
import { rejectCall } from '../calls/call-errors';
import { inParallel } from '../calls/in-parallel';
import { readDay } from '../calls/read-day';
import { requireHappened } from '../calls/require-happened';
import { actorFactsOf } from '../organisation/directory-source';
import { lookAtDeputies, type ToldExpiry } from './look-at-deputies';
import { lookAtBriefings, type ToldBriefing } from './look-at-briefings';
import { lookAtTask, type TaskLook, type ToldAct } from './look-at-task';
import { lookGround, type LookGround } from './look-ground';

export interface LookInput {
  /** Calendar day to look on, today or earlier; now when left out. */
  readonly on?: string | undefined;
}

export interface LookOutcome {
  readonly on: LocalDate;
  /** On a day off nothing is told; it is made up on the next working day. */
  readonly isWorkingDay: boolean;
  readonly taskCount: number;
  readonly told: readonly ToldAct[];
  readonly briefings: readonly ToldBriefing[];
  /** Deputies whose days are over. */
  readonly deputies: readonly ToldExpiry[];
  /** Due, but nobody holds a role that is to be told. */
  readonly unheld: TaskLook['unheld'];
  /** Tasks at which the look failed; the others were looked at all the same. */
  readonly failed: readonly { readonly taskId: string; readonly message: string }[];
  /** Position of the last event written, a decimal string; null when nothing was told. */
  readonly position: string | null;
}

const PARALLEL_COUNT = 8;
const PAGE = { limit: 500 };
/** Half past seven in Viet Nam: the hour at which a past day is looked at. */
const MORNING_MS = 7.5 * 3_600_000;

/**
 * Looks what is due by the timers of the flows, for the tasks, the series and the monthly briefing, and which
 * deputies may act no more, and makes it known by events. What is due is computed from the log each time, and each event has an id of its own derived from what it
 * makes known: looks may be missed, repeated, cut short or run at the same time.
 * @throws CommandRejected LOOK_NOT_ALLOWED, OCCURRED_IN_FUTURE, DATE_UNREADABLE.
 */
export async function lookAtTimers(
  parts: ApplicationParts,
  input: LookInput,
  call: Call,
): Promise<LookOutcome> {
  await requireOperator(parts, call);
  const occurredAt = input.on === undefined ? parts.now() : morningOf(readDay('on', input.on));
  const look: Call = { ...call, actor: { kind: 'system' }, occurredAt, expectedRevision: null };
  requireHappened(look, parts.now());
  const ground = await lookGround(parts, localDateOf(occurredAt));
  const { on, calendar } = ground;
  const outcome = {
    on,
    taskCount: 0,
    told: [],
    briefings: [],
    deputies: [],
    unheld: [],
    failed: [],
  };
  if (!isWorkingDay(calendar, on)) return { ...outcome, isWorkingDay: false, position: null };

  await readModelsAtHead(parts);
  const tasks = await lookAtOpenTasks(parts, ground, look);
  const briefings = await lookAtBriefings(parts, ground, look);
  const deputies = await lookAtDeputies(parts, ground, look);
  const beside = [...briefings, ...deputies].map(({ position }) => position);
  const position = latest([tasks.position, ...beside]);
  return { ...tasks, on, isWorkingDay: true, briefings, deputies, position };
}

const morningOf = (day: LocalDate): Instant =>
  new Date(Date.parse(startOfDay(day)) + MORNING_MS).toISOString() as Instant;

/** The schedule, integrated services, and whoever keeps the directory: the Office and the leaders of the department. */
async function requireOperator(parts: ApplicationParts, { actor }: Call): Promise<void> {
  if (actor.kind !== 'person') return;
  const facts = actorFactsOf(await parts.directory.current(), actor, localDateOf(parts.now()));
  if (!mayKeepDirectory(facts)) rejectCall('LOOK_NOT_ALLOWED', { personId: actor.personId });
}

/** A task assigned a moment ago should not wait for the next look; a read model that lags does no harm. */
async function readModelsAtHead({ store, projections }: ApplicationParts): Promise<void> {
  await projections.waitFor(await store.head(), {
    timeoutMs: AFTER_TIMEOUT_MS,
    names: [taskBoard.name, taskOutcomes.name],
  });
}

/** Whether the task can have timers at all, by what its row says. */
const mayHaveTimers = (task: BoardTask, ground: LookGround): boolean => {
  const { workflowId: id, workflowVersion: version, kind } = task;
  const timers = ground.flowOf({ id, version })?.timers ?? [];
  return timers.length > 0 || (kind !== 'one-off' && kind !== 'ongoing');
};

async function lookAtOpenTasks(
  parts: ApplicationParts,
  ground: LookGround,
  call: Call,
): Promise<Pick<LookOutcome, 'taskCount' | 'told' | 'unheld' | 'failed' | 'position'>> {
  const looks: TaskLook[] = [];
  const failed: { taskId: string; message: string }[] = [];
  let after: string | null = null;
  do {
    const page = await listTasks(
      parts.database.pool,
      { phases: ['open', 'waiting', 'reported'] },
      { ...PAGE, after },
    );
    const tasks = page.items.filter((task) => mayHaveTimers(task, ground));
    await inParallel(PARALLEL_COUNT, tasks, async ({ key: taskId }) => {
      try {
        looks.push(await lookAtTask(parts, taskId, ground, call));
      } catch (error) {
        failed.push({ taskId, message: error instanceof Error ? error.message : String(error) });
      }
    });
    after = page.next;
  } while (after !== null);
  return {
    taskCount: looks.length + failed.length,
    told: looks.flatMap(({ told }) => told).toSorted(byTask),
    unheld: looks.flatMap(({ unheld }) => unheld),
    failed,
    position: latest(looks.map(({ position }) => position)),
  };
}

const byTask = (a: ToldAct, b: ToldAct): number =>
  a.taskId < b.taskId ? -1 : a.taskId > b.taskId ? 1 : a.forOn < b.forOn ? -1 : 1;

function latest(positions: readonly (string | null)[]): string | null {
  const known = positions.flatMap((position) => (position === null ? [] : [BigInt(position)]));
  return known.length === 0 ? null : known.reduce((a, b) => (a > b ? a : b)).toString();
}
