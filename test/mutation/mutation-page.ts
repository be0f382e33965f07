import { type Counts, type FolderRow, mutantCount, scoreOf, totalOf } from './folder-rows';

/** Mutants noticed of a hundred, below which the command fails. */
export const SCORE_MIN = 85;

const LIBRARIES = ['libs/workflow', 'libs/task'];
const HEAD =
  '| Where | Mutants | Killed | Timed out | Survived | Not covered | Left out | Score | Measured at |';
const RULE = '|---|--:|--:|--:|--:|--:|--:|--:|---|';
const NOT_RUN = 'not run';

const LEFT_OUT = [
  'Catalogues of events, commands and refusals, and labels: text and schemas, held by the golden histories and the catalogue specs.',
  'Mutants of string literals: ids are compared by the specifications, and what else is a string is words for people.',
  'Mutants of tables that are read once, when a module is loaded ("left out" above): a run has its libraries loaded already.',
  'What a specification works out while it is read, outside its tests, is not counted for it.',
  'The courses drawn at random (`task-life.spec.ts`) do not take part, and other laws draw ten cases only: what nothing but chance finds is not held by a specification.',
];

export interface LibraryScore {
  readonly library: string;
  readonly score: number | null;
  /** Folders of the library without a measurement. */
  readonly notRun: readonly string[];
}

const isOf = (library: string, folder: string): boolean => folder.startsWith(`${library}/`);

const commitsOf = (rows: readonly FolderRow[]): string =>
  [...new Set(rows.map(({ commit }) => commit))].sort().join(', ');

function cells(name: string, counts: Counts, commit: string): string {
  const score = scoreOf(counts);
  const { killed, timedOut, survived, notCovered, leftOut } = counts;
  const figures = [mutantCount(counts), killed, timedOut, survived, notCovered, leftOut];
  return `| ${name} | ${figures.join(' | ')} | ${score === null ? '–' : score.toFixed(1)} | ${commit} |`;
}

/** The score of each library over the folders that were measured. */
export function libraryScores(
  rows: readonly FolderRow[],
  folders: readonly string[],
): readonly LibraryScore[] {
  return LIBRARIES.map((library) => ({
    library,
    score: scoreOf(totalOf(rows.filter(({ folder }) => isOf(library, folder)))),
    notRun: folders.filter(
      (folder) => isOf(library, folder) && !rows.some((row) => row.folder === folder),
    ),
  }));
}

/** Earlier rows with those just measured in their place; folders that are no more are dropped. */
export const withNewRows = (
  earlier: readonly FolderRow[],
  measured: readonly FolderRow[],
  folders: readonly string[],
): readonly FolderRow[] =>
  folders.flatMap((folder) => {
    const has = (row: FolderRow): boolean => row.folder === folder;
    return measured.find(has) ?? earlier.find(has) ?? [];
  });

/** The tables alone, as they are printed at the end of a run. */
export function mutationTables(rows: readonly FolderRow[], folders: readonly string[]): string {
  const libraries = LIBRARIES.map((library) => {
    const own = rows.filter(({ folder }) => isOf(library, folder));
    return cells(library, totalOf(own), commitsOf(own) || NOT_RUN);
  });
  const parts = folders.map((folder) => {
    const row = rows.find((one) => one.folder === folder);
    return row === undefined
      ? `| ${folder} | | | | | | | | ${NOT_RUN} |`
      : cells(folder, row, row.commit);
  });
  return [HEAD, RULE, ...libraries, '', '## Folder by folder', '', HEAD, RULE, ...parts].join('\n');
}

/** `docs/mutation.md` in full. `tool` names what measured, with its version. */
export function mutationPage(
  rows: readonly FolderRow[],
  folders: readonly string[],
  tool: string,
): string {
  return [
    '# Mutation tests',
    '',
    'Written by `npm run test:mutation`. Each mutant is one small change to a rule of the pure domain; it is killed when a',
    `specification fails. The score is what was noticed in every hundred; below ${String(SCORE_MIN)} in either library the command fails.`,
    '`npm run test:mutation -- --only libs/task/src/decide` measures one folder and keeps the rows of the others, each with the',
    `commit it was measured at (a \`+\`: with changes not committed then). ${tool}.`,
    '',
    mutationTables(rows, folders),
    '',
    '## What is left out, and why',
    '',
    ...LEFT_OUT.map((line) => `- ${line}`),
    '',
  ].join('\n');
}

/** The rows of folders on a page written before. */
export function readRows(page: string): readonly FolderRow[] {
  return page.split('\n').flatMap((line) => {
    const [folder = '', ...rest] = line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1);
    const [, killed, timedOut, survived, notCovered, leftOut] = rest.map(Number);
    const commit = rest.at(-1) ?? '';
    const figures = { killed, timedOut, survived, notCovered, leftOut };
    if (!/^libs\/[a-z-]+\/src/.test(folder) || commit === NOT_RUN) return [];
    const complete = Object.values(figures).every(Number.isSafeInteger);
    if (!complete) throw new Error(`docs/mutation.md: the row of ${folder} cannot be read`);
    return [{ folder, ...(figures as Counts), commit }];
  });
}
