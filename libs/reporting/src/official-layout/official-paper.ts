import type { LocalDate } from '@thidua/kernel';
import type { Letterhead } from './letterhead';
import type { Orientation } from './measures';

export interface TableColumn {
  readonly title: string;
  /** Share of the width of the page's text; the shares of a table are weighed against each other. */
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface BodyTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Rows by place, from 0, that are printed bold: totals and headings inside the table. */
  readonly boldRows?: readonly number[];
}

/** A piece of the body, in the order of the paper. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Small print, set flush left: hashes and what a figure was computed by. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'table'; readonly table: BodyTable };

/** Who signs. The name stays empty for a draft: it is written by hand or by the document system. */
export interface Signature {
  /** Authority and post, line by line, e.g. `TL. GIÁM ĐỐC` and `CHÁNH VĂN PHÒNG`. */
  readonly lines: readonly string[];
  readonly name: string | null;
}

/** An administrative paper by decree 30/2020/NĐ-CP, annex I, as data: what it says, and nothing of how it looks. */
export interface OfficialPaper {
  readonly letterhead: Letterhead;
  /** Symbol behind the blank number, e.g. `BC-SCT`: the number is given when the paper is issued. Null: a form has none. */
  readonly symbol: string | null;
  readonly date: LocalDate;
  /** A draft whose day and month are filled in when it is issued; `date` then says the year only. */
  readonly isUndated?: boolean;
  /** Laid on its side for a wide table; upright when left out. */
  readonly orientation?: Orientation;
  /** Kind of the paper, e.g. `Báo cáo`, and what it is about. */
  readonly kindName: string;
  readonly subject: string;
  readonly body: readonly Block[];
  readonly signature: Signature;
  /** Who signs on the left, where a form or minutes have two signatures and no readers. */
  readonly coSignature?: Signature;
  /** Readers, each as it is printed; the last is where the paper is filed. */
  readonly recipients: readonly string[];
}
