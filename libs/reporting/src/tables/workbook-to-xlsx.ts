import { PassThrough } from 'node:stream';
import { startOfDay } from '@thidua/kernel';
import { stream, type Row, type Worksheet } from 'exceljs';
import { withoutControls } from './harmless-text';
import { sealedXlsx } from './sealed-xlsx';
import type { Cell, OnRows, Sheet, SheetColumn, Workbook } from './workbook';
import { nextTurn } from './write-csv';

const LETTERS = { name: 'Times New Roman', size: 11 };
const TEXT = '@';
const LINE = { style: 'thin' } as const;
const BOX = { top: LINE, left: LINE, bottom: LINE, right: LINE };
/** Longest text a cell of a workbook may hold. */
const CELL_LENGTH_MAX = 32_767;
/** Rows between two turns of whoever else waits. */
const BATCH = 500;

const valueOf = (cell: Cell): string | number | null => {
  if (cell === null) return null;
  if (typeof cell !== 'string') return Number(cell.decimal);
  return withoutControls(cell).slice(0, CELL_LENGTH_MAX);
};

const formatOf = (cell: Cell): string => {
  if (cell === null || typeof cell === 'string') return TEXT;
  return cell.decimal.includes('.') ? '0.00' : '0';
};

/** Height of a line in points; a row may be 409 points high at most. */
const LINE_HEIGHT = 15;
const ROW_HEIGHT_MAX = 405;

/** Programs that open the file do not all fit a row to text that is broken at words, so its height is stated. */
function heightOf(cells: readonly Cell[], columns: readonly SheetColumn[]): number {
  const lines = cells.map((cell, index) => {
    if (typeof cell !== 'string') return 1;
    const width = columns[index]?.width ?? 1;
    return cell
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);
  });
  return Math.min(ROW_HEIGHT_MAX, LINE_HEIGHT * Math.max(1, ...lines));
}

/** Values with their formats; text is text whatever it begins with. */
function fill(row: Row, cells: readonly Cell[], columns: readonly SheetColumn[]): void {
  row.height = heightOf(cells, columns);
  cells.forEach((cell, index) => {
    const target = row.getCell(index + 1);
    target.value = valueOf(cell);
    target.numFmt = formatOf(cell);
    target.font = LETTERS;
    target.alignment = { vertical: 'top', wrapText: typeof cell === 'string' };
    target.border = BOX;
  });
  row.commit();
}

function head(worksheet: Worksheet, { columns }: Sheet): void {
  const row = worksheet.getRow(1);
  columns.forEach(({ title, width }, index) => {
    worksheet.getColumn(index + 1).width = width;
    const cell = row.getCell(index + 1);
    cell.value = title;
    cell.numFmt = TEXT;
    cell.font = { ...LETTERS, bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = BOX;
  });
  row.commit();
}

/** A4 on its side, as wide as the page, with the head repeated on every page (margins in inches). */
const PRINTED = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: '1:1',
  margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.3 },
} as const;

/** A sheet holds 1 048 576 rows; a longer one goes on in a second, as a printed list goes on overleaf. */
const SHEET_ROWS_MAX = 1_000_000;

function sheetIn(book: stream.xlsx.WorkbookWriter, sheet: Sheet, part: number): Worksheet {
  const worksheet = book.addWorksheet(part === 1 ? sheet.name : `${sheet.name} (${part})`, {
    views: [{ state: 'frozen', ySplit: 1 }],
    headerFooter: { oddFooter: '&C&P/&N' },
    // Given at once: the writer has put down whether a page is fitted before it hands out the sheet.
    pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  Object.assign(worksheet.pageSetup, PRINTED);
  head(worksheet, sheet);
  return worksheet;
}

/**
 * The workbook as an XLSX file. Rows are written as they come and are not kept; the same workbook gives the same bytes.
 */
export async function workbookToXlsx(
  { title, creator, date, sheets }: Workbook,
  onRows: OnRows = () => undefined,
): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const sink = new PassThrough();
  const ended = new Promise<void>((resolve, reject) => {
    sink.on('data', (piece: Buffer) => pieces.push(piece));
    sink.on('end', resolve);
    sink.on('error', reject);
  });
  const at = new Date(startOfDay(date));
  const properties = { created: at, modified: at, creator, lastModifiedBy: creator, title };
  const book = new stream.xlsx.WorkbookWriter({ ...properties, stream: sink, useStyles: true });
  const total = sheets.reduce((sum, { rowCount }) => sum + rowCount, 0);
  let count = 0;
  for (const sheet of sheets) {
    let worksheet = sheetIn(book, sheet, 1);
    let written = 0;
    for (const cells of sheet.rows()) {
      if (written > 0 && written % SHEET_ROWS_MAX === 0) {
        worksheet.commit();
        worksheet = sheetIn(book, sheet, written / SHEET_ROWS_MAX + 1);
      }
      fill(worksheet.addRow([]), cells, sheet.columns);
      written += 1;
      count += 1;
      if (count % BATCH > 0) continue;
      onRows(count, total);
      await nextTurn();
    }
    worksheet.commit();
  }
  await book.commit();
  await ended;
  return sealedXlsx(Buffer.concat(pieces));
}
