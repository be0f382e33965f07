import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instant, streamName, upcastWith, type RecordedEvent } from '@thidua/kernel';
import { allProjections } from '@thidua/projections';
import { foldRows } from '../../libs/projections/src/testing/fold-rows';
import type { Category } from './samples';

/** Where the frozen files lie. */
export const HISTORIES = join(__dirname, 'histories');

/** A stream as it was once recorded, and what today's code must still make of it. Events are never edited. */
export interface History {
  readonly category: string;
  /** Events as they were recorded; positions are decimal strings. */
  readonly events: readonly (Omit<RecordedEvent, 'position'> & { readonly position: string })[];
  /** The aggregate's state after the events. */
  readonly state: unknown;
  /** Rows by key of every read model that has any. */
  readonly rows: Readonly<Record<string, unknown>>;
}

/** Frozen histories by file name. */
export const readHistories = (): ReadonlyMap<string, History> =>
  new Map(
    readdirSync(HISTORIES)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => [name, JSON.parse(readFileSync(join(HISTORIES, name), 'utf8')) as History]),
  );

/** The samples of a category as a log would record them today. @throws ZodError when one is not of today's schema. */
export const recordSamples = ({ decider, id, catalogue, samples }: Category): History['events'] =>
  samples.map(({ type, data }, revision) => {
    const at = instant(new Date(Date.UTC(2026, 0, 5, 1, 0, revision)).toISOString());
    return {
      id: `00000000-0000-4000-8000-${String(revision + 1).padStart(12, '0')}`,
      stream: streamName(decider.category, id),
      revision,
      position: String(revision + 1),
      type,
      schemaVersion: catalogue[type]?.schemaVersion ?? 0,
      data: catalogue[type]?.data.parse(data),
      metadata: {
        occurredAt: at,
        actor: {
          kind: 'person' as const,
          id: 'cb-004',
          unitId: 'vp',
          role: 'head',
          onBehalfOf: null,
        },
        correlationId: 'correlation-1',
        causationId: 'causation-1',
      },
      recordedAt: at,
    };
  });

/** The events in today's form. */
export const upcastHistory = (
  { catalogue }: Pick<Category, 'catalogue'>,
  events: History['events'],
): readonly RecordedEvent[] => {
  const upcast = upcastWith(catalogue);
  return events.map((event) => upcast({ ...event, position: BigInt(event.position) }));
};

/** What today's code makes of the events. */
export function foldHistory(
  category: Category,
  events: History['events'],
): Pick<History, 'state' | 'rows'> {
  const today = upcastHistory(category, events);
  const { decider } = category;
  const state = today.reduce<unknown>(
    (before, event) => decider.evolve(before, event as never),
    decider.initialState,
  );
  const rows = allProjections.flatMap((projection) => {
    const { types } = projection;
    const wanted = today.filter(({ type }) => types === 'all' || types.includes(type));
    const found = foldRows(projection, [wanted]);
    return Object.keys(found).length === 0 ? [] : [[projection.name, found] as const];
  });
  return { state: asJson(state), rows: asJson(Object.fromEntries(rows)) as History['rows'] };
}

/** Plain JSON; maps, sets and big numbers have none of their own. */
const asJson = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (_, each: unknown) => {
      if (each instanceof Map) return { map: [...each] };
      if (each instanceof Set) return { set: [...each] };
      return typeof each === 'bigint' ? each.toString() : each;
    }),
  );
