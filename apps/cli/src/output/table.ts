import Table from 'cli-table3';
import { cellCount, plainText } from './plain-text';

export interface Column {
  readonly title: string;
  /** Widest the text may run, in character cells, before it is broken at words. */
  readonly widthMax?: number;
  readonly align?: 'left' | 'right';
}

export type Cell = string | number | null | undefined;

/** What stands where there is nothing to say. */
const NOTHING = '–';

const textOf = (cell: Cell): string =>
  cell === null || cell === undefined || cell === '' ? NOTHING : plainText(String(cell));

/** cli-table3 counts its own padding of one cell on either side as width. */
const PADDING = 2;

/**
 * A plain table without colours, the same on a screen and in a file. Long words (ids) widen their column instead of
 * being cut, so that they can be copied.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): string {
  const texts = rows.map((row) => row.map(textOf));
  const widths = columns.map(({ title, widthMax }, index) => {
    const column = [title, ...texts.map((row) => row[index] ?? '')];
    const natural = Math.max(...column.map(cellCount));
    const longestWord = Math.max(...column.flatMap((text) => text.split(/\s+/).map(cellCount)));
    return PADDING + Math.max(Math.min(natural, widthMax ?? natural), longestWord);
  });
  const table = new Table({
    head: columns.map(({ title }) => title),
    colWidths: widths,
    colAligns: columns.map(({ align }) => align ?? 'left'),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(...texts);
  return table.toString();
}

/** Names and values below each other, for one thing seen closely. */
export function renderFacts(facts: readonly (readonly [name: string, value: Cell])[]): string {
  const width = Math.max(0, ...facts.map(([name]) => cellCount(name)));
  return facts
    .map(([name, value]) => `${name}:${' '.repeat(width - cellCount(name) + 1)}${textOf(value)}`)
    .join('\n');
}
