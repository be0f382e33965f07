import { CommandRejected } from '@thidua/kernel';
import { CommandFailure } from '../failures/command-failure';
import { readInputFile } from './read-input-file';

/** Longest text that JSON is parsed from here; a larger office is scored in the program itself. */
const FILE_BYTES_MAX = 400_000_000;

/**
 * A JSON document named on the command line, relative to `folder`.
 * @throws CommandFailure naming the path when it cannot be read or is no JSON.
 */
export async function readJsonFile(path: string, folder: string): Promise<unknown> {
  const { bytes } = await readInputFile(path, { folder, byteCountMax: FILE_BYTES_MAX });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure('NOT_JSON', `${path}: không phải tệp JSON hợp lệ (${reason}).`);
  }
}

/** What is read from a file, with the file named where it is at fault. */
export function readingFile<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CommandRejected)) throw error;
    throw new CommandFailure(error.code, `${path}: ${error.vi}`);
  }
}
