import { toNfcDeep } from '@thidua/kernel';
import { repeatedIds } from '../nd335/facts/check-people';
import { inOrder } from '../nd335/facts/in-order';
import { listed, rejectScoring } from '../nd335/nd335.rejections';
import { unconfirmedProblem, validityProblem } from '../nd335/rule-set/rule-set-problems';
import type { Digest } from '../nd335/sheet/decree-sheet';
import { shapeProblems, type Problem } from '../nd335/shape-problems';
import { collectiveTitles } from './collective-titles';
import { Conditions } from './conditions';
import { individualTitles } from './individual-titles';
import { titleFactsSchema, type TitleFacts } from './title-facts';
import { TITLES, type TitleResult, type TitleSheet } from './title-result';
import { titleRulesSchema, type TitleRules } from './title-rules';

/** Everything that is wrong with rules about titles; empty when they may be used. */
export function titleRulesProblems(input: unknown): readonly Problem[] {
  const shape = titleRulesSchema.safeParse(input);
  if (!shape.success) return shapeProblems(shape.error.issues);
  const { parameters, validFrom, validUntil } = shape.data;
  return [
    ...validityProblem('validUntil', validFrom, validUntil),
    ...Object.entries(parameters).flatMap(([name, parameter]) => [
      ...unconfirmedProblem(`parameters.${name}`, parameter),
      ...validityProblem(
        `parameters.${name}.validUntil`,
        parameter.validFrom,
        parameter.validUntil,
      ),
    ]),
  ];
}

/** @throws CommandRejected RULE_SET_INVALID with every problem and its place. */
export function readTitleRules(input: unknown): TitleRules {
  const problems = titleRulesProblems(toNfcDeep(input));
  if (problems.length > 0) {
    return rejectScoring('RULE_SET_INVALID', { problems: listed(problems) });
  }
  return titleRulesSchema.parse(toNfcDeep(input));
}

const refuse = (problems: readonly Problem[]): never =>
  rejectScoring('FACTS_INVALID', { count: problems.length, problems: listed(problems) });

/** @throws CommandRejected FACTS_INVALID with the path of each fault and what would be right. */
export function readTitleFacts(input: unknown): TitleFacts {
  const shape = titleFactsSchema.safeParse(toNfcDeep(input));
  if (!shape.success) return refuse(shapeProblems(shape.error.issues));
  const { people, units } = shape.data;
  const known = new Set(units.map(({ id }) => id));
  const problems = [
    ...repeatedIds(people, 'people'),
    ...repeatedIds(units, 'units'),
    ...people.flatMap(({ unitId }, index) =>
      known.has(unitId)
        ? []
        : [
            {
              path: `people[${index}].unitId`,
              message: `không có đơn vị ${unitId} trong units (no such unit in units)`,
            },
          ],
    ),
  ];
  return problems.length > 0 ? refuse(problems) : inOrder(shape.data);
}

const byTitle = (a: TitleResult, b: TitleResult): number =>
  TITLES.indexOf(a.title) - TITLES.indexOf(b.title) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Who is eligible for which title, in the order in which the titles rest on one another. A function of the two files:
 * no clock, no database. Eligible is not awarded: the council and the authority decide.
 * @throws CommandRejected FACTS_INVALID.
 */
export function titleSheet(input: unknown, rules: TitleRules, digest: Digest): TitleSheet {
  const facts = readTitleFacts(input);
  const conditions = new Conditions(rules, facts.receivedOn);
  const { results, quota } = individualTitles(facts, conditions);
  const collective = collectiveTitles(facts, results, conditions);
  const { id, version, subject, title, status } = rules;
  const sheet = {
    format: 'thidua-title-sheet/1' as const,
    year: facts.year,
    agencyId: facts.agencyId,
    receivedOn: facts.receivedOn,
    ruleSet: {
      id,
      version,
      subject,
      title,
      status,
      hash: digest(rules),
      switchedOff: Object.entries(rules.parameters)
        .filter(([, { enabled }]) => !enabled)
        .map(([parameter, { meaning }]) => ({ parameter, label: meaning })),
    },
    factsHash: digest(facts),
    results: [...results, ...collective].toSorted(byTitle),
    quota,
  };
  return { ...sheet, sheetHash: digest(sheet) };
}
