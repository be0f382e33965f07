import { parseRuleSet } from '@thidua/scoring';
import type { AfterInput, ApplicationParts } from '../application-parts';
import { readDay } from '../calls/read-day';
import { recordedAs, withEvent, type Hypothesis } from './hypothesis';
import { defaultAsOf, findRuleSet, readFacts, sheetOf } from './compute-sheet';
import type { HashedSheet } from './hashed-sheet';

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
