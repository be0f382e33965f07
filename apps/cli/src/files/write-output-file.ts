import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CommandFailure } from '../failures/command-failure';

/**
 * Writes an answer into the file named on the command line, relative to `folder`; an existing file is replaced.
 * @throws CommandFailure naming the path when it cannot be written.
 */
export async function writeOutputFile(
  path: string,
  bytes: Uint8Array,
  folder: string,
): Promise<void> {
  try {
    await writeFile(resolve(folder, path), bytes);
  } catch (error) {
    const { message } = error as NodeJS.ErrnoException;
    throw new CommandFailure('FILE_UNWRITABLE', `${path}: không ghi được tệp (${message}).`);
  }
}
