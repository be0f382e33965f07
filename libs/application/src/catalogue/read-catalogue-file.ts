import {
  dividedBy,
  parseRational,
  strayCharacterIn,
  toFractionText,
  toNfc,
  ZERO,
  type Rational,
} from '@thidua/kernel';
import { parse } from 'csv-parse/sync';
import { InvalidInput, type FieldFault } from '../calls/call-errors';

/** What a file of products says; group ids are made from their names. */
export interface CatalogueFile {
  readonly groups: readonly { readonly groupId: string; readonly name: string }[];
  readonly products: readonly {
    readonly productId: string;
    readonly name: string;
    readonly groupId: string;
    /** Exact, e.g. `5/2`. */
    readonly coefficient: string;
  }[];
}

type Row = Readonly<Record<string, string>>;

const isXlsx = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const fault = (path: string, message: string): InvalidInput =>
  new InvalidInput([{ path, message }]);

function csvRows(bytes: Uint8Array): readonly Row[] {
  const text = Buffer.from(bytes).toString('utf8');
  // A comma may stand inside a number, so the header alone says what separates columns.
  const [header = ''] = text.split(/\r?\n/, 1);
  const delimiter = [';', '\t'].find((each) => header.includes(each)) ?? ',';
  try {
    return parse(text, { bom: true, columns: true, delimiter, skip_empty_lines: true, trim: true });
  } catch (error) {
    throw fault('file', `không đọc được CSV (not a readable CSV): ${String(error)}`);
  }
}

async function xlsxRows(bytes: Uint8Array): Promise<readonly Row[]> {
  // Loaded when a workbook comes, because it takes longer to load than the rest of the application.
  const { Workbook } = await import('exceljs');
  const book = new Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer).catch(() => {
    throw fault('file', 'không đọc được XLSX (not a readable XLSX)');
  });
  const sheet = book.worksheets[0];
  const titles: string[] = [];
  const rows: Row[] = [];
  sheet?.eachRow((row, number) => {
    const cells: (readonly [number, string])[] = [];
    row.eachCell((cell, column) => cells.push([column, cell.text.trim()]));
    if (number === 1) for (const [column, title] of cells) titles[column] = title;
    else rows.push(Object.fromEntries(cells.map(([column, text]) => [titles[column] ?? '', text])));
  });
  return rows;
}

const numberIn = (row: Row, column: string): Rational | null => {
  const text = row[column];
  const read = text === undefined || text === '' ? null : parseRational(text);
  return read !== null && read.numerator > ZERO.numerator ? read : null;
};

/** `he_so` as it stands, or `diem` divided by the points of the standard product: exact, never rounded. */
function coefficientOf(row: Row, standardPoints: Rational | null): string | null {
  const stated = numberIn(row, 'he_so');
  if (stated !== null) return toFractionText(stated);
  const points = numberIn(row, 'diem');
  if (points === null || standardPoints === null) return null;
  return toFractionText(dividedBy(points, standardPoints));
}

/**
 * Products from a CSV or XLSX file with the columns `ma`, `ten`, `nhom`, and `diem` or `he_so`.
 * @throws InvalidInput naming every line at fault; nothing is taken from a file with one.
 */
export async function productsOf(
  bytes: Uint8Array,
  standardProductId: string,
): Promise<CatalogueFile> {
  const rows = isXlsx(bytes) ? await xlsxRows(bytes) : csvRows(bytes);
  if (rows.length === 0) throw fault('file', 'tệp không có dòng nào (no rows)');
  const standard = rows.find(({ ma }) => ma === standardProductId);
  const standardPoints = standard === undefined ? null : numberIn(standard, 'diem');
  const names = [...new Set(rows.map(({ nhom = '' }) => toNfc(nhom)))];
  const faults: FieldFault[] = [];
  const products = rows.map((row, index) => {
    const { ma = '', ten = '', nhom = '' } = row;
    const coefficient = coefficientOf(row, standardPoints);
    const path = `file.${index + 2}`;
    for (const [column, value] of Object.entries({ ma, ten, nhom })) {
      if (value === '') faults.push({ path, message: `thiếu cột ${column} (column is missing)` });
      const stray = strayCharacterIn(value);
      if (stray === null) continue;
      const { character, place } = stray;
      const message = `cột ${column} có ký tự điều khiển ${character} ở vị trí ${place} (control character)`;
      faults.push({ path, message });
    }
    if (coefficient === null) {
      const message =
        'cần he_so lớn hơn 0, hoặc diem của cả dòng này và sản phẩm chuẩn (needs he_so, or diem here and of the standard product)';
      faults.push({ path, message });
    }
    const groupId = `N${names.indexOf(toNfc(nhom)) + 1}`;
    return { productId: ma, name: ten, groupId, coefficient: coefficient ?? '' };
  });
  if (faults.length > 0) throw new InvalidInput(faults);
  return { groups: names.map((name, index) => ({ groupId: `N${index + 1}`, name })), products };
}
