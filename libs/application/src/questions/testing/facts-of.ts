import { fold, localDate, startOfDay, type RecordedEvent } from '@thidua/kernel';
import { directoryOf, unitDecider, type Directory } from '@thidua/organisation';
import { unitFounded } from '@thidua/organisation/testing';
import { auditTrail, taskOutcomes, type TaskOutcomeRow } from '@thidua/projections';
import type { told } from '@thidua/projections/testing';
import type { Facts, Request } from '../frame/question';
import { filesOf } from '../frame/read-facts';
import { toldOf, type Told } from '../frame/told';

type TaskTold = ReturnType<typeof told> & { readonly by?: Actor };

interface Actor {
  readonly id: string;
  readonly unitId: string | null;
  readonly onBehalfOf: string | null;
}

/** The same event, recorded by somebody. */
export const by = (
  id: string,
  unitId: string | null,
  event: TaskTold,
  onBehalfOf: string | null = null,
): TaskTold => ({ ...event, by: { id, unitId, onBehalfOf } });

/** An event of another stream than a task's: its type, its day and what a case cares about of its data. */
export const apart = (type: string, recordedOn: string, data: object) => ({
  ...{ type, recordedOn, data, id: null },
});
type Apart = ReturnType<typeof apart>;

const UNITS = [
  ['sct', 'department'],
  ['vp', 'office'],
  ['qlcn', 'division'],
  ['qltm', 'division'],
  ['qlnl', 'division'],
] as const;

/** A department with its Office and three divisions, since 2020. */
export const smallOffice: Directory = directoryOf({
  units: UNITS.map(([unitId, kind]) =>
    fold(unitDecider, [unitFounded({ unitId, kind, name: unitId })]),
  ),
  officials: [],
});

export interface Story {
  /** What happened to each task, from its assignment on; its number is its id without the leading `t`. */
  readonly tasks: Readonly<Record<string, readonly TaskTold[]>>;
  readonly apart?: readonly Apart[];
}

const HOUR_MS = 3_600_000;

/** The log of a story: in the order of the days; the n-th event of task `t1` has the id `t1#n`, the others `apart#n`. */
function logOf({ tasks, apart: others = [] }: Story): readonly RecordedEvent[] {
  const own = Object.entries(tasks).flatMap(([taskId, story]) =>
    story.map((event, index) => ({
      ...event,
      stream: `task-${taskId}`,
      id: `${taskId}#${index + 1}`,
      data: { no: taskId.slice(1), ...event.data, taskId, ...numbered(event, taskId) },
    })),
  );
  const rest = others.map((event, index) => ({
    ...event,
    by: undefined,
    stream: 'apart-1',
    id: `apart#${index + 1}`,
  }));
  return [...own, ...rest]
    .toSorted((a, b) => (a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : 0))
    .map(({ id, stream, type, data, recordedOn, by: actor }, index) => {
      const begin = Date.parse(startOfDay(localDate(recordedOn)));
      const at = new Date(begin + 8 * HOUR_MS).toISOString() as RecordedEvent['recordedAt'];
      return {
        ...{ id, stream, type, data, revision: 0, schemaVersion: 1, recordedAt: at },
        position: BigInt(index + 1),
        metadata: {
          occurredAt: at,
          actor: {
            kind: 'person',
            id: actor?.id ?? 'p',
            unitId: actor?.unitId ?? null,
            role: null,
            onBehalfOf:
              actor?.onBehalfOf === undefined || actor.onBehalfOf === null
                ? null
                : { personId: actor.onBehalfOf, legalBasis: '1/QĐ' },
          },
          correlationId: 'c',
          causationId: 'c',
        },
      };
    });
}

/** Each task has the number of its own id, whatever the story's helper says. */
const numbered = ({ type }: TaskTold, taskId: string) =>
  type === 'TaskAssigned' ? { no: taskId.slice(1) } : {};

function readTold(event: RecordedEvent): Told {
  const row = auditTrail.evolve(null, event, event.id);
  if (row === null) throw new Error('The audit trail keeps every event');
  return toldOf({ ...row, key: event.id, position: event.position.toString() });
}

const REQUEST: Omit<Request, 'asOf'> = {
  ...{ year: 2025, knownAtPosition: null, planId: null, unitId: null, task: null },
  ...{ personId: null, source: null, fromMonth: null, toMonth: null, ruleSet: null },
  after: undefined,
};

/** The facts a question is handed after the story, made by the real folds. */
export function factsOf(
  story: Story,
  { asOf, ...request }: { readonly asOf: string } & Partial<Omit<Request, 'asOf'>>,
): Facts {
  const log = logOf(story);
  const ofTasks = log.filter(({ stream }) => stream.startsWith('task-'));
  const rows = new Map<string, TaskOutcomeRow>();
  for (const event of ofTasks) {
    const { taskId } = event.data as { readonly taskId: string };
    const row = taskOutcomes.evolve(rows.get(taskId) ?? null, event, taskId);
    if (row !== null) rows.set(taskId, row);
  }
  const position = BigInt(log.length);
  const asked = { ...REQUEST, ...request, asOf: localDate(asOf) };
  return {
    request: asked,
    position,
    files: filesOf([...rows.values()], ofTasks.map(readTold), asked, position),
    others: log.filter((event) => !ofTasks.includes(event)).map(readTold),
    directory: smallOffice,
  };
}
