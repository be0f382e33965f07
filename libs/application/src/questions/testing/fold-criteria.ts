import type { CriteriaEvent } from '@thidua/evaluation';
import { instant, type RecordedEvent } from '@thidua/kernel';
import { criteriaSheets, type CriteriaSheetRow } from '@thidua/projections';

/** The sheet after the events, made by the real fold; the n-th event is at position n. */
export function foldCriteria(
  events: readonly CriteriaEvent[],
): readonly (CriteriaSheetRow & { readonly key: string })[] {
  const at = instant('2026-11-30T08:00:00+07:00');
  let row: CriteriaSheetRow | null = null;
  const key = events[0]?.data.sheetId ?? '';
  events.forEach(({ type, data }, index) => {
    const event: RecordedEvent = {
      ...{ id: `e${index + 1}`, stream: `criteria-${key}`, revision: index, type, data },
      ...{ schemaVersion: 1, recordedAt: at, position: BigInt(index + 1) },
      metadata: {
        occurredAt: at,
        actor: { kind: 'person', id: 'cb-1', unitId: null, role: null, onBehalfOf: null },
        correlationId: 'c',
        causationId: 'c',
      },
    };
    row = criteriaSheets.evolve(row, event, key);
  });
  return row === null ? [] : [{ ...(row as CriteriaSheetRow), key }];
}
