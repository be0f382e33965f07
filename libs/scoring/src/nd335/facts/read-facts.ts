import { toNfcDeep } from '@thidua/kernel';
import { listed, rejectScoring } from '../nd335.rejections';
import type { DecreeRuleSet } from '../rule-set/rule-set';
import { shapeProblems, type Problem } from '../shape-problems';
import { factsProblems } from './check-facts';
import { factsSchema, type Facts } from './facts';
import { inOrder } from './in-order';

/** @throws CommandRejected FACTS_INVALID, always. */
export const refuseFacts = (problems: readonly Problem[]): never =>
  rejectScoring('FACTS_INVALID', { count: problems.length, problems: listed(problems) });

/**
 * Reads a facts file for a rule set: well-formed, whole, consistent, and in an order of its own.
 * @throws CommandRejected FACTS_INVALID with the path of each fault and what would be right.
 */
export function readFacts(input: unknown, ruleSet: DecreeRuleSet): Facts {
  const shape = factsSchema.safeParse(toNfcDeep(input));
  if (!shape.success) return refuseFacts(shapeProblems(shape.error.issues));
  const problems = factsProblems(shape.data, ruleSet);
  return problems.length > 0 ? refuseFacts(problems) : inOrder(shape.data);
}
