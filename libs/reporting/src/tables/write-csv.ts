import { looksLikeFormula, withoutControls } from './harmless-text';
import type { Cell, OnRows, Sheet } from './workbook';

/** Excel takes a file for UTF-8, and so shows Vietnamese letters, only with this mark in front. */
const BYTE_ORDER_MARK = '\ufeff';

/** Vietnamese numbers have a decimal comma, so columns are kept apart by what Excel expects beside it. */
const SEPARATOR = ';';

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return cell.decimal.replace('.', ',');
  const text = withoutControls(cell);
  const harmless = looksLikeFormula(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const line = (cells: readonly Cell[]): string => `${cells.map(written).join(SEPARATOR)}\r\n`;

/** Lines joined before they are handed on. */
const BATCH = 500;

/**
 * A sheet as CSV, piece by piece: UTF-8 with a byte order mark, semicolons, decimal commas, line ends of RFC 4180. Text
 * that a spreadsheet would run has an apostrophe in front.
 */
export async function* csvPieces(sheet: Sheet, onRows: OnRows = () => undefined) {
  let piece = BYTE_ORDER_MARK + line(sheet.columns.map(({ title }) => title));
  let count = 0;
  for (const row of sheet.rows()) {
    piece += line(row);
    count += 1;
    if (count % BATCH > 0) continue;
    onRows(count, sheet.rowCount);
    yield piece;
    piece = '';
    await nextTurn();
  }
  yield piece;
}

/** Lets whoever waits, and the line on the terminal, have their turn. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export async function csvBytes(sheet: Sheet, onRows?: OnRows): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of csvPieces(sheet, onRows)) pieces.push(Buffer.from(piece, 'utf8'));
  return Buffer.concat(pieces);
}
