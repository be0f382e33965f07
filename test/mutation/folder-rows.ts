/** What became of the mutants of one folder, measured at one commit. */
export interface FolderRow {
  readonly folder: string;
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  /** Met by no specification at all. */
  readonly notCovered: number;
  /** Not tried, see the page for why. */
  readonly leftOut: number;
  /** Short hash; ends with `+` when the sources were not those of the commit. */
  readonly commit: string;
}

export type Counts = Omit<FolderRow, 'folder' | 'commit'>;

/** The part of Stryker's JSON report that is read here. */
export interface MutationReport {
  readonly files: Readonly<
    Record<string, { readonly mutants: readonly { readonly status: string }[] }>
  >;
}

const NOTHING: Counts = { killed: 0, timedOut: 0, survived: 0, notCovered: 0, leftOut: 0 };
const COUNTED_AS: Readonly<Record<string, keyof Counts>> = {
  Killed: 'killed',
  Timeout: 'timedOut',
  Survived: 'survived',
  NoCoverage: 'notCovered',
  Ignored: 'leftOut',
};

export const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));

const add = (one: Counts, other: Counts): Counts => ({
  killed: one.killed + other.killed,
  timedOut: one.timedOut + other.timedOut,
  survived: one.survived + other.survived,
  notCovered: one.notCovered + other.notCovered,
  leftOut: one.leftOut + other.leftOut,
});

export const totalOf = (rows: readonly Counts[]): Counts => rows.reduce(add, NOTHING);

/** Mutants that were tried. */
export const mutantCount = ({ killed, timedOut, survived, notCovered }: Counts): number =>
  killed + timedOut + survived + notCovered;

/** How many of a hundred mutants were noticed; null where there is none. */
export function scoreOf(counts: Counts): number | null {
  const all = mutantCount(counts);
  return all === 0 ? null : (100 * (counts.killed + counts.timedOut)) / all;
}

/**
 * One row a folder, in the order of their names.
 * @throws when a mutant ended otherwise than by being tried or left out: then nothing was measured.
 */
export function rowsOf(report: MutationReport, commit: string): readonly FolderRow[] {
  const folders = new Map<string, Counts>();
  for (const [file, { mutants }] of Object.entries(report.files)) {
    const own = mutants.map(({ status }) => {
      const counted = COUNTED_AS[status];
      if (counted === undefined) throw new Error(`${file}: a mutant ended as ${status}`);
      return { ...NOTHING, [counted]: 1 };
    });
    const folder = folderOf(file);
    folders.set(folder, totalOf([folders.get(folder) ?? NOTHING, ...own]));
  }
  return [...folders]
    .map(([folder, counts]) => ({ folder, ...counts, commit }))
    .sort((one, other) => (one.folder < other.folder ? -1 : 1));
}
