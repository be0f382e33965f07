import {
  readDecreeRuleSet,
  readFacts,
  requireInForce,
  shippedRuleSet,
  type DecreeRuleSet,
  type Facts,
} from '@thidua/scoring';
import { wrongUsage } from '../../failures/command-failure';
import { readingFile, readJsonFile } from '../../files/read-json-file';

export interface RunOptions {
  readonly year?: number;
  readonly ruleSet?: string;
  readonly facts?: string;
  readonly explain?: string;
}

export interface RunInput {
  readonly ruleSet: DecreeRuleSet;
  readonly facts: Facts;
}

async function ruleSetOf(named: string, folder: string): Promise<DecreeRuleSet> {
  if (!named.endsWith('.json')) return shippedRuleSet(named);
  const input = await readJsonFile(named, folder);
  return readingFile(named, () => readDecreeRuleSet(input));
}

/** @throws CommandFailure naming the option that is missing or the file that cannot be used, with every fault's place. */
export async function inputOf(options: RunOptions, folder: string): Promise<RunInput> {
  const { facts: path, ruleSet: named } = options;
  if (path === undefined) throw wrongUsage('cần --facts <tệp>.');
  if (named === undefined) {
    throw wrongUsage('cần --rule-set: ND335, ND335_ORG, ND90 hoặc một tệp .json.');
  }
  const ruleSet = await ruleSetOf(named, folder);
  const input = await readJsonFile(path, folder);
  const facts = readingFile(path, () => readFacts(input, ruleSet));
  requireInForce(ruleSet, facts.year);
  return { ruleSet, facts };
}
