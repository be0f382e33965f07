import type { LocalDate, PersonId, UnitId } from '@thidua/kernel';
import type { Post } from '../official.events';
import type { UnitKind } from '../unit.events';

/** Which of the three lists a row stands in. */
export type OfficeList = 'units' | 'officials' | 'posts';

interface DatedRow {
  /** Line of the file, the header being line 1. */
  readonly line: number;
  /** What the row says holds from this day. */
  readonly validFrom: LocalDate;
  /** Last day; null when no end is known. */
  readonly validUntil: LocalDate | null;
}

export interface UnitRow extends DatedRow {
  readonly unitId: UnitId;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentUnitId: UnitId | null;
  readonly aliases: readonly string[];
}

export interface OfficialRow extends DatedRow {
  readonly personId: PersonId;
  readonly name: string;
}

export interface PostRow extends DatedRow {
  readonly personId: PersonId;
  readonly unitId: UnitId;
  readonly post: Post;
}

/** The lists of an office. The rows of one person in `posts` are together every post that person holds. */
export interface OfficeRows {
  readonly units: readonly UnitRow[];
  readonly officials: readonly OfficialRow[];
  readonly posts: readonly PostRow[];
}

/** What is wrong with a row, and in which column. */
export interface RowFault {
  readonly list: OfficeList;
  readonly line: number;
  /** English name of the column. */
  readonly column: string;
  readonly message: string;
}
