import { fields, toNfcDeep } from '@thidua/kernel';
import { z } from 'zod';
import { POSTS } from '../official.events';
import { unitCommands } from '../unit/unit.commands';
import { officeFileProblems } from './office-file-problems';

const { day, id, line } = fields;

const person = z.strictObject({
  personId: id(),
  /** Kept in the directory table only, never in an event, so that it can be corrected and erased. */
  name: line(200),
  /** Kept like the name; notices are mailed to it. */
  email: z
    .email({ error: 'phải là một địa chỉ thư (must be a mail address)' })
    .nullable()
    .default(null),
  fromOn: day(),
  posts: z.array(z.strictObject({ unitId: id(), post: z.enum(POSTS), fromOn: day() })),
});

/** The first filling of a directory: the units of one department and its people with their posts. */
export const officeFile = z
  .strictObject({
    /** Unit id of the department itself, which is one of `units`. */
    department: id(),
    units: z.array(unitCommands.FoundUnit.data).min(1, {
      error: 'phải có ít nhất một đơn vị (at least one unit)',
    }),
    people: z.array(person),
  })
  .superRefine((file, context) => {
    for (const { path, message } of officeFileProblems(file)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });
export type OfficeFile = z.infer<typeof officeFile>;

/** What is wrong with a file, and where: `people[3].posts[0].unitId`. */
export interface OfficeFileProblem {
  readonly path: string;
  readonly message: string;
}

export type OfficeFileReading =
  | { readonly outcome: 'read'; readonly file: OfficeFile }
  | { readonly outcome: 'refused'; readonly problems: readonly OfficeFileProblem[] };

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (written, part) =>
      typeof part === 'number'
        ? `${written}[${part}]`
        : `${written}${written && '.'}${String(part)}`,
    '',
  );

/** Reads parsed JSON; every problem is told at once, each with its path. */
export function readOfficeFile(json: unknown): OfficeFileReading {
  const result = officeFile.safeParse(toNfcDeep(json));
  if (result.success) return { outcome: 'read', file: result.data };
  const problems = result.error.issues.map(({ path, message }) => ({
    path: pathText(path),
    message,
  }));
  return { outcome: 'refused', problems };
}
