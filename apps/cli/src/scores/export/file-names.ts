import { z } from 'zod';
import { letterheadOf, type Letterhead, type ResultNames } from '@thidua/reporting';
import { CommandFailure } from '../../failures/command-failure';
import { readJsonFile } from '../../files/read-json-file';

/** Names beside a facts file, which holds ids only. Whatever is left out is printed by its id. */
const namesFile = z.strictObject({
  /** Full name of the agency, e.g. "Sở … tỉnh …". */
  agency: z.string().min(1).max(300).optional(),
  /** How its document numbers abbreviate it. */
  abbreviation: z.string().min(1).max(20).optional(),
  people: z.record(z.string(), z.string()).default({}),
  units: z.record(z.string(), z.string()).default({}),
});

export interface FileNames {
  readonly letterhead: Letterhead;
  readonly names: Omit<ResultNames, 'notes' | 'group'>;
}

/** @throws CommandFailure naming the file and the field at fault. */
export async function fileNames(
  path: string | undefined,
  agencyId: string,
  folder: string,
): Promise<FileNames> {
  const written = path === undefined ? {} : await readJsonFile(path, folder);
  const read = namesFile.safeParse(written);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new CommandFailure(
      'NAMES_INVALID',
      `${path ?? ''}: tệp tên không hợp lệ; cần {agency, abbreviation, people, units} (${faults.join('; ')}).`,
    );
  }
  const { agency, abbreviation, people, units } = read.data;
  return {
    letterhead: letterheadOf(agency ?? agencyId, abbreviation === undefined ? [] : [abbreviation]),
    names: { person: (id) => people[id] ?? id, unit: (id) => units[id] ?? id },
  };
}
