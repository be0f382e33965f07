import { CommandRejected } from '@thidua/kernel';
import {
  readDecreeRuleSet,
  readFacts,
  requireInForce,
  shippedRuleSet,
  type DecreeRuleSet,
  type Facts,
} from '@thidua/scoring';
import { CommandFailure, wrongUsage } from '../../failures/command-failure';
import { readInputFile } from '../../files/read-input-file';

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

/** Longest text that JSON is parsed from here; a larger office is scored in the program itself. */
const FILE_BYTES_MAX = 400_000_000;

async function jsonOf(path: string, folder: string): Promise<unknown> {
  const { bytes } = await readInputFile(path, { folder, byteCountMax: FILE_BYTES_MAX });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure('NOT_JSON', `${path}: không phải tệp JSON hợp lệ (${reason}).`);
  }
}

/** Names the file at fault. */
function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CommandRejected)) throw error;
    throw new CommandFailure(error.code, `${path}: ${error.vi}`);
  }
}

async function ruleSetOf(named: string, folder: string): Promise<DecreeRuleSet> {
  if (!named.endsWith('.json')) return shippedRuleSet(named);
  const input = await jsonOf(named, folder);
  return reading(named, () => readDecreeRuleSet(input));
}

/** @throws CommandFailure naming the option that is missing or the file that cannot be used, with every fault's place. */
export async function inputOf(options: RunOptions, folder: string): Promise<RunInput> {
  const { facts: path, ruleSet: named } = options;
  if (path === undefined) throw wrongUsage('score run cần --facts <tệp>.');
  if (named === undefined) {
    throw wrongUsage('score run cần --rule-set: ND335, ND335_ORG, ND90 hoặc một tệp .json.');
  }
  const ruleSet = await ruleSetOf(named, folder);
  const input = await jsonOf(path, folder);
  const facts = reading(path, () => readFacts(input, ruleSet));
  requireInForce(ruleSet, facts.year);
  return { ruleSet, facts };
}
