import type { LocalDate } from '@thidua/kernel';

/** A number as it was rounded for display: decimal text, so that no float is passed around. */
export interface NumberCell {
  readonly decimal: string;
}

/** Text, a number, or nothing. */
export type Cell = string | NumberCell | null;

export interface SheetColumn {
  readonly title: string;
  /** In characters of the standard letter. */
  readonly width: number;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Given one by one, so that a sheet of any length passes through. */
  readonly rows: () => Iterable<readonly Cell[]>;
  /** Rows there will be, for telling how far it has come. */
  readonly rowCount: number;
}

/** A workbook as data: what it says, and nothing of how it looks. No formula and no macro can be written. */
export interface Workbook {
  readonly title: string;
  readonly creator: string;
  /** The day its properties name; the clock of the machine is not asked. */
  readonly date: LocalDate;
  readonly sheets: readonly Sheet[];
}

/** Told now and then how many rows are written of how many. */
export type OnRows = (count: number, total: number) => void;

export const decimalCell = (figure: { readonly decimal: string } | null): Cell =>
  figure === null ? null : { decimal: figure.decimal };

export const countCell = (count: number): Cell => ({ decimal: String(count) });
