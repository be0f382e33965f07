import { instant, streamName, type LocalDate, type RecordedEvent } from '@thidua/kernel';
import { taskOutcomes, type TaskOutcomeRow } from '@thidua/projections';
import { parseRuleSet } from '@thidua/scoring';
import { taskDecider, taskEvents, type TaskEvent } from '@thidua/task';
import type { AfterInput, ApplicationParts } from '../application-parts';
import { rejectCall } from '../calls/call-errors';
import { parseInput } from '../calls/parse-input';
import { readDay } from '../calls/read-day';
import { defaultAsOf, findRuleSet, readFacts, sheetOf, type HashedSheet } from './compute-sheet';

/** An event as if it had been recorded; the task is named once, beside the data. */
export interface Hypothesis {
  readonly taskId: string;
  readonly type: string;
  /** Fields of the event without `taskId`. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface WhatIfInput extends AfterInput {
  readonly year: number;
  readonly asOf?: string | undefined;
  /** Id of a rule set that is there. */
  readonly ruleSet?: string | undefined;
  /** A whole rule set to try instead; it is checked like any other and kept nowhere. */
  readonly tryRuleSet?: unknown;
  readonly events: readonly Hypothesis[];
}

export interface WhatIfAnswer {
  /** Always: nothing of this was recorded, nor can it be published. */
  readonly status: 'hypothetical';
  /** What follows from the log as it is, under the rule set in force. */
  readonly asIs: HashedSheet;
  /** What would follow. Events of the assumptions are named `gia-dinh-1`, `gia-dinh-2`, … */
  readonly asIf: HashedSheet;
  readonly changes: readonly {
    readonly unitId: string;
    readonly total: { readonly asIs: string; readonly asIf: string };
    readonly rank: { readonly asIs: number | null; readonly asIf: number | null };
  }[];
}

/** Folds assumed events over the facts, or scores them by another rule set, and answers without writing anything. */
export async function whatIf(parts: ApplicationParts, input: WhatIfInput): Promise<WhatIfAnswer> {
  const { year, events } = input;
  const ruleSet = findRuleSet(input.ruleSet, year);
  const tried = input.tryRuleSet === undefined ? ruleSet : parseRuleSet(input.tryRuleSet);
  const asOf = input.asOf === undefined ? defaultAsOf(parts, year) : readDay('asOf', input.asOf);
  const { rows, position } = await readFacts(parts, { year, position: null, after: input.after });
  const view = { year, asOf };
  const assumed = events.map((event, index) =>
    recordedAs(event, { nth: index + 1, head: position, asOf }),
  );
  const asIs = await sheetOf(parts, { ...view, ruleSet, rows, position });
  const asIf = await sheetOf(parts, {
    ...view,
    ruleSet: tried,
    rows: assumed.reduce(withEvent, rows),
    position: position + BigInt(events.length),
    unitsAt: position,
  });
  return { status: 'hypothetical', asIs, asIf, changes: changesBetween(asIs, asIf) };
}

const refuse = (nth: number, { type, taskId }: Hypothesis, why: string): never =>
  rejectCall('HYPOTHESIS_UNREADABLE', { nth, type, task: taskId, why });

/** As the log would hold it right after its last event, having happened at noon of the day asked about. */
function recordedAs(
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

function withEvent(
  rows: readonly TaskOutcomeRow[],
  event: RecordedEvent,
  index: number,
): readonly TaskOutcomeRow[] {
  const { taskId } = event.data as { readonly taskId: string };
  const row = rows.find((each) => each.taskId === taskId) ?? null;
  if (row === null && event.type !== 'TaskAssigned') {
    return refuse(
      index + 1,
      { taskId, type: event.type, data: {} },
      'không có nhiệm vụ này trong năm',
    );
  }
  const next = taskOutcomes.evolve(row, event, taskId);
  const others = rows.filter((each) => each !== row);
  return next === null ? others : [...others, next];
}

function changesBetween(asIs: HashedSheet, asIf: HashedSheet): WhatIfAnswer['changes'] {
  const rankIn = ({ groups }: HashedSheet, unitId: string): number | null =>
    groups.flatMap(({ ranks }) => ranks).find((each) => each.unitId === unitId)?.rank ?? null;
  return asIf.units
    .map(({ unit: { unitId }, total }) => {
      const before = asIs.units.find((each) => each.unit.unitId === unitId);
      return {
        unitId,
        total: { asIs: before?.total.exact ?? '0', asIf: total.exact },
        rank: { asIs: rankIn(asIs, unitId), asIf: rankIn(asIf, unitId) },
      };
    })
    .filter(({ total, rank }) => total.asIs !== total.asIf || rank.asIs !== rank.asIf);
}
