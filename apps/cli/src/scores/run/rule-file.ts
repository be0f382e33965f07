import { CommandRejected } from '@thidua/kernel';
import { readAnyRuleSet, shippedOfAnyKind, type AnyRuleSet } from '@thidua/scoring';
import { parse } from 'yaml';
import { CommandFailure } from '../../failures/command-failure';
import { readInputFile } from '../../files/read-input-file';

const FILE_BYTES_MAX = 1024 * 1024;

/** A document of a JSON or YAML file; merge keys save repeating what the rules of a table share. */
export async function documentOf(path: string, folder: string): Promise<unknown> {
  const { bytes } = await readInputFile(path, { folder, byteCountMax: FILE_BYTES_MAX });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return parse(text, { merge: true, maxAliasCount: 200 }) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure('NOT_READABLE', `${path}: không phải JSON hay YAML (${reason}).`);
  }
}

const isFile = (named: string): boolean => /\.(json|ya?ml)$/i.test(named);

/**
 * A shipped rule set by id, or one from a file of any kind.
 * @throws CommandFailure naming the file, with the place of every problem.
 */
export async function anyRuleSet(named: string, folder: string): Promise<AnyRuleSet> {
  if (!isFile(named)) return shippedOfAnyKind(named);
  const input = await documentOf(named, folder);
  try {
    return readAnyRuleSet(input);
  } catch (error) {
    if (!(error instanceof CommandRejected)) throw error;
    throw new CommandFailure(error.code, `${named}: ${error.vi}`);
  }
}
