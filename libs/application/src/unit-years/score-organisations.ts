import { digestOf } from '@thidua/evidence';
import { invariant, type LocalDate } from '@thidua/kernel';
import {
  loadTaskOutcomes,
  loadUnitEntries,
  outcomesOf,
  taskOutcomes,
  unitEntries,
} from '@thidua/projections';
import { decreeSheet, measureUnit, type DecreeSheet, type Facts } from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import { answerFromAll } from '../calls/answer';
import { DirectorySource } from '../organisation/directory-source';
import { refuseBeyond } from '../scores/compute-sheet';
import type { OrganisationRules } from './organisation-rules';
import { UNIT_GROUP, unitYearFacts } from './unit-year-facts';

export interface OrganisationsRequest {
  readonly year: number;
  readonly asOf: LocalDate;
  readonly position: bigint;
}

/** What the log says of the units of a department in one year, up to a position. @throws POSITION_NOT_REACHED */
export async function organisationsFacts(
  parts: ApplicationParts,
  { year, asOf, position }: OrganisationsRequest,
): Promise<Facts> {
  refuseBeyond(position, await parts.store.head());
  const needed = [unitEntries, taskOutcomes] as const;
  await answerFromAll(parts, [...needed], position.toString(), (_reader, reached) => {
    refuseBeyond(position, reached);
    return Promise.resolve({});
  });
  const { pool } = parts.database;
  const entries = await loadUnitEntries(pool, { year, position });
  const rows = await loadTaskOutcomes(pool, { year });
  const outcomes = outcomesOf(rows, { asOf, knownAtPosition: position });
  const directory = await DirectorySource.upTo(parts.store, position);
  const agencyId = directory.departmentUnitId(asOf);
  invariant(agencyId, 'units are classed in a department');
  const units = directory
    .unitsOn(asOf)
    .filter(({ kind }) => kind !== 'department' && kind !== 'outside')
    .map(({ unitId, kind }) =>
      unitYearFacts(
        measureUnit(outcomes, { unitId, kind }, { year, asOf }),
        entries.filter(({ event }) => event.data.unitId === unitId),
      ),
    );
  const group = { ...UNIT_GROUP, raisedShare: null, tieBreak: null };
  const own = { format: 'thidua-facts/1', year, agencyId } as const;
  return { ...own, groups: [group], people: [], units, taskTables: [] };
}

/**
 * The units' year under the rules for organisations, from the log up to a position. The same position and rules give the
 * same sheet.
 * @throws CommandRejected POSITION_NOT_REACHED, RULE_SET_NOT_IN_FORCE.
 */
export const scoreOrganisations = async (
  parts: ApplicationParts,
  { rules, ...request }: OrganisationsRequest & { readonly rules: OrganisationRules },
): Promise<DecreeSheet> => decreeSheet(await organisationsFacts(parts, request), rules, digestOf);
