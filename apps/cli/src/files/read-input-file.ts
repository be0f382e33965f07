import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CommandFailure } from '../failures/command-failure';

export interface InputFile {
  /** As typed, for messages. */
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const refuse = (code: string, path: string, sentence: string): CommandFailure =>
  new CommandFailure(code, `${path}: ${sentence}`);

const SENTENCES: Readonly<Record<string, readonly [code: string, sentence: string]>> = {
  ENOENT: ['FILE_NOT_FOUND', 'không có tệp này.'],
  ENOTDIR: ['FILE_NOT_FOUND', 'không có tệp này.'],
  EACCES: ['FILE_UNREADABLE', 'không có quyền đọc tệp.'],
  EPERM: ['FILE_UNREADABLE', 'không có quyền đọc tệp.'],
  EISDIR: ['NOT_A_FILE', 'là thư mục, không phải tệp.'],
};

/**
 * A file named on the command line, relative to `folder`.
 * @throws CommandFailure naming the path when it is missing, a folder, not readable, empty or over `byteCountMax`.
 */
export async function readInputFile(
  path: string,
  { folder, byteCountMax }: { readonly folder: string; readonly byteCountMax: number },
): Promise<InputFile> {
  const absolute = resolve(folder, path);
  try {
    const found = await stat(absolute);
    if (found.isDirectory()) throw refuse('NOT_A_FILE', path, 'là thư mục, không phải tệp.');
    if (!found.isFile()) throw refuse('NOT_A_FILE', path, 'không phải tệp thường.');
    if (found.size === 0) throw refuse('FILE_EMPTY', path, 'tệp trống.');
    if (found.size > byteCountMax) {
      throw refuse(
        'FILE_TOO_LARGE',
        path,
        `tệp dài ${found.size} byte, tối đa ${byteCountMax} byte.`,
      );
    }
    return { path, name: basename(absolute), bytes: await readFile(absolute) };
  } catch (error) {
    throw error instanceof CommandFailure ? error : refuse(...unreadable(path, error));
  }
}

function unreadable(path: string, error: unknown): [string, string, string] {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const [failure, sentence] = SENTENCES[code] ?? [
    'FILE_UNREADABLE',
    `không đọc được tệp (${message}).`,
  ];
  return [failure, path, sentence];
}
