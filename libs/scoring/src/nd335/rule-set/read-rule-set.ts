import { fields } from '@thidua/kernel';
import { z } from 'zod';
import { listed, rejectScoring } from '../nd335.rejections';
import { shapeProblems, type Problem } from '../shape-problems';
import { nd335OrgV1 } from './presets/nd335-org.v1';
import { nd335V1 } from './presets/nd335.v1';
import { nd90V1 } from './presets/nd90.v1';
import { decreeRuleSetProblems, parametersOf } from './rule-set-problems';
import { decreeRuleSetSchema, type DecreeRuleSet } from './rule-set';

const { id } = fields;

/** The rule sets that are shipped, by id. */
export const DECREE_RULE_SETS: Readonly<Record<string, DecreeRuleSet>> = {
  ND335: nd335V1,
  ND335_ORG: nd335OrgV1,
  ND90: nd90V1,
};

/** A shipped rule set with a few parameters set otherwise; who approved that is part of it. */
const changes = z.strictObject({
  extends: z.enum(['ND335', 'ND335_ORG', 'ND90']),
  id: id(),
  version: z.number().int().positive(),
  approver: id(),
  parameters: z.record(
    z.string(),
    z.strictObject({ value: z.unknown().optional(), enabled: z.boolean().optional() }),
  ),
});
type Changes = z.infer<typeof changes>;

function unknownParameters({ parameters }: Changes, base: DecreeRuleSet): readonly Problem[] {
  const known = Object.keys(parametersOf(base));
  return Object.keys(parameters)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      path: `parameters.${name}`,
      message: `không có quy tắc này; có: ${known.join(', ')} (no such rule)`,
    }));
}

function changed(
  base: DecreeRuleSet,
  { id: ownId, version, approver, parameters }: Changes,
): unknown {
  const all = Object.entries(parametersOf(base)).map(([name, parameter]) => {
    const change = parameters[name];
    if (change === undefined) return [name, parameter] as const;
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const next = { version: parameter.version + 1, approver };
    return [name, { ...parameter, ...Object.fromEntries(given), ...next }] as const;
  });
  return { ...base, id: ownId, version, approver, parameters: Object.fromEntries(all) };
}

function read(input: unknown): DecreeRuleSet {
  const problems = decreeRuleSetProblems(input);
  if (problems.length > 0) {
    return rejectScoring('RULE_SET_INVALID', { problems: listed(problems) });
  }
  return decreeRuleSetSchema.parse(input);
}

const isChange = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'extends' in input;

/**
 * A whole rule set, or `{extends, id, version, approver, parameters}` over a shipped one.
 * @throws CommandRejected RULE_SET_INVALID with every problem and its place.
 */
export function readDecreeRuleSet(input: unknown): DecreeRuleSet {
  if (!isChange(input)) return read(input);
  const shape = changes.safeParse(input);
  if (!shape.success) {
    const problems = shapeProblems(shape.error.issues);
    return rejectScoring('RULE_SET_INVALID', { problems: listed(problems) });
  }
  const base = shippedRuleSet(shape.data.extends);
  const unknown = unknownParameters(shape.data, base);
  if (unknown.length > 0) return rejectScoring('RULE_SET_INVALID', { problems: listed(unknown) });
  return read(changed(base, shape.data));
}

/** @throws CommandRejected RULE_SET_UNKNOWN with the known ids. */
export const shippedRuleSet = (ruleSetId: string): DecreeRuleSet =>
  DECREE_RULE_SETS[ruleSetId] ??
  rejectScoring('RULE_SET_UNKNOWN', { ruleSet: ruleSetId, known: Object.keys(DECREE_RULE_SETS) });

/** @throws CommandRejected RULE_SET_NOT_IN_FORCE when the rule set or a rule that is on does not hold at the year's end. */
export function requireInForce(ruleSet: DecreeRuleSet, year: number): void {
  const day = `${year}-12-31`;
  const holds = ({ validFrom, validUntil }: Pick<DecreeRuleSet, 'validFrom' | 'validUntil'>) =>
    validFrom <= day && (validUntil === null || day <= validUntil);
  const parts = [
    ['toàn bộ', ruleSet] as const,
    ...Object.entries(parametersOf(ruleSet)).filter(([, { enabled }]) => enabled),
  ];
  const failing = parts.find(([, part]) => !holds(part));
  if (failing === undefined) return;
  const [what, { validFrom, validUntil }] = failing;
  rejectScoring('RULE_SET_NOT_IN_FORCE', {
    ruleSet: ruleSet.id,
    day,
    from: validFrom,
    until: validUntil ?? '…',
    what,
  });
}
