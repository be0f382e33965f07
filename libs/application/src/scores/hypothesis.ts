import { instant, streamName, type LocalDate, type RecordedEvent } from '@thidua/kernel';
import { taskOutcomes, type TaskOutcomeRow } from '@thidua/projections';
import { taskDecider, taskEvents, type TaskEvent } from '@thidua/task';
import { rejectCall } from '../calls/call-errors';
import { parseInput } from '../calls/parse-input';

/** An event of a task as if it had been recorded; the task is named once, beside the data. */
export interface Hypothesis {
  readonly taskId: string;
  readonly type: string;
  /** Fields of the event without `taskId`. */
  readonly data: Readonly<Record<string, unknown>>;
}

export const refuseHypothesis = (
  nth: number,
  { type, about }: { readonly type: string; readonly about: string },
  why: string,
): never => rejectCall('HYPOTHESIS_UNREADABLE', { nth, type, about, why });

/** As the log would hold it right after its last event, having happened at noon of the day asked about. */
export function recordedAs(
  hypothesis: Hypothesis,
  { nth, head, asOf }: { nth: number; head: bigint; asOf: LocalDate },
): RecordedEvent {
  const { taskId, type, data } = hypothesis;
  const known: readonly string[] = taskOutcomes.types === 'all' ? [] : taskOutcomes.types;
  if (!known.includes(type)) return rejectCall('EVENT_TYPE_UNKNOWN', { type, known });
  const definition = taskEvents[type as TaskEvent['type']];
  const at = instant(`${asOf}T05:00:00.000Z`);
  return {
    id: `gia-dinh-${nth}`,
    stream: streamName(taskDecider.category, taskId),
    revision: 0,
    position: head + BigInt(nth),
    type,
    schemaVersion: definition.schemaVersion,
    data: parseInput(definition.data, { taskId, ...data }),
    metadata: {
      occurredAt: at,
      actor: { kind: 'system', id: 'gia-dinh', unitId: null, role: null, onBehalfOf: null },
      correlationId: 'gia-dinh',
      causationId: 'gia-dinh',
    },
    recordedAt: at,
  };
}

export function withEvent(
  rows: readonly TaskOutcomeRow[],
  event: RecordedEvent,
  index: number,
): readonly TaskOutcomeRow[] {
  const { taskId } = event.data as { readonly taskId: string };
  const row = rows.find((each) => each.taskId === taskId) ?? null;
  if (row === null && event.type !== 'TaskAssigned') {
    return refuseHypothesis(
      index + 1,
      { about: taskId, type: event.type },
      'không có nhiệm vụ này trong năm',
    );
  }
  const next = taskOutcomes.evolve(row, event, taskId);
  const others = rows.filter((each) => each !== row);
  return next === null ? others : [...others, next];
}
