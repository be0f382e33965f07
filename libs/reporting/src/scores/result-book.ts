import type { Figure, RatedClass } from '@thidua/scoring';

/** Words in both languages; what is printed here is Vietnamese. */
interface Words {
  readonly vi: string;
}

/** One step of how a score came about. */
export interface BookStep {
  readonly title: Words;
  /** The calculation in symbols. */
  readonly formula: string;
  /** Points the step moves; null for a step that settles a class. */
  readonly change: Figure | null;
  readonly after: Figure | null;
  readonly class: RatedClass | null;
  /** Legal source. */
  readonly article: string;
  readonly eventIds: readonly string[];
}

export interface BookReason {
  readonly words: Words;
  readonly article: string;
  readonly eventIds: readonly string[];
}

/** A person or unit with its result. */
export interface BookEntry {
  readonly subjectId: string;
  readonly name: string;
  readonly unitName: string;
  readonly groupId: string | null;
  /** Place in the group, ties share one; null where nobody can be ranked yet. */
  readonly rank: number | null;
  /** Points of the year, exact; null while something is missing. */
  readonly points: Figure | null;
  /** Class by points alone, and after every rule. */
  readonly band: string | null;
  readonly class: string | null;
  /** Why there is no class; empty when there is one. */
  readonly standing: string;
  readonly reasons: readonly BookReason[];
  readonly steps: readonly BookStep[];
  /** What the cycle recorded beside the computed result: adjustments, later decisions. */
  readonly notes: readonly string[];
}

export interface BookGroup {
  readonly id: string;
  readonly title: string;
  /** Where the quota cut and why, in words; null where there is no quota. */
  readonly cutLine: string | null;
  readonly article: string | null;
}

/** A year's result whatever it was scored by: everything the lists, papers and tables print. */
export interface ResultBook {
  readonly format: 'thidua-result/1';
  readonly year: number;
  readonly subject: 'PEOPLE' | 'UNITS';
  readonly ruleSet: {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    readonly hash: string;
    /** Rules nobody approved yet: everything made from them says so. */
    readonly isProposal: boolean;
  };
  readonly sheetHash: string;
  /** Log position at which the result is true; null for one that was computed from a file. */
  readonly position: string | null;
  readonly groups: readonly BookGroup[];
  /** By subject id. */
  readonly entries: readonly BookEntry[];
}

/** How ids are printed: names live in the directory, not in a sheet. */
export interface ResultNames {
  readonly person: (personId: string) => string;
  readonly unit: (unitId: string) => string;
  readonly group: (groupId: string) => string;
  /** Notes of the cycle on a subject. */
  readonly notes: (subjectId: string) => readonly string[];
}

/** Entries of a group as they are listed: by rank, then the unranked by name. */
export function entriesOf(book: ResultBook, groupId: string | null): readonly BookEntry[] {
  const last = Number.MAX_SAFE_INTEGER;
  return book.entries
    .filter((entry) => entry.groupId === groupId)
    .toSorted(
      (a, b) =>
        (a.rank ?? last) - (b.rank ?? last) ||
        a.name.localeCompare(b.name, 'vi') ||
        (a.subjectId < b.subjectId ? -1 : 1),
    );
}

/** Groups with somebody in them, those without a group last. */
export function listedGroups(
  book: ResultBook,
): readonly { readonly group: BookGroup; readonly entries: readonly BookEntry[] }[] {
  const rest: BookGroup = { id: '', title: 'Không xếp hạng', cutLine: null, article: null };
  return [
    ...book.groups.map((group) => ({ group, entries: entriesOf(book, group.id) })),
    { group: rest, entries: entriesOf(book, null) },
  ].filter(({ entries }) => entries.length > 0);
}
