import type { Digest } from '../../nd335/sheet/decree-sheet';
import { readTableFacts } from '../facts/read-table-facts';
import { requireTableInForce } from '../rules/read-table';
import { placedItems } from '../rules/table-problems';
import type { TableRules } from '../rules/table-rules';
import { rankBloc } from './rank-bloc';
import { scoreEntry } from './score-entry';
import type { TableSheet } from './table-result';

const switchedOff = (rules: TableRules): TableSheet['ruleSet']['switchedOff'] => [
  ...Object.entries(rules.parameters)
    .filter(([, { enabled }]) => !enabled)
    .map(([parameter, { meaning }]) => ({ parameter, label: meaning })),
  ...placedItems(rules)
    .filter(([, { enabled }]) => !enabled)
    .map(([, { id, title }]) => ({ parameter: id, label: title })),
];

/**
 * The sheet of a local table over a facts file, and nothing else: no clock, no database. In whatever order facts and
 * items come, the same ones give the same points.
 * @throws CommandRejected FACTS_INVALID, RULE_SET_NOT_IN_FORCE.
 */
export function tableSheet(input: unknown, rules: TableRules, digest: Digest): TableSheet {
  const facts = readTableFacts(input, rules);
  requireTableInForce(rules, facts.year);
  const entries = facts.entries.map((entry) => scoreEntry(entry, rules));
  const { id, version, subject, title, status } = rules;
  const sheet = {
    format: 'thidua-table-sheet/1' as const,
    year: facts.year,
    agencyId: facts.agencyId,
    ruleSet: {
      id,
      version,
      subject,
      title,
      status,
      hash: digest(rules),
      switchedOff: switchedOff(rules),
    },
    factsHash: digest(facts),
    entries,
    groups: facts.groups.map((group) => rankBloc(group, entries, rules)),
  };
  return { ...sheet, sheetHash: digest(sheet) };
}
