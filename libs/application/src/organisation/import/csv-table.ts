import { parse } from 'csv-parse/sync';
import { foldForComparison, strayCharacterIn, toNfc } from '@thidua/kernel';
import type { OfficeList } from '@thidua/organisation';
import { InvalidInput } from '../../calls/call-errors';

/** One row of a list: its line in the file, and the text of each known column. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Headers as offices write them, by the English name of the column. */
export type Headers = Readonly<Record<string, readonly string[]>>;

export interface CsvShape {
  readonly list: OfficeList;
  readonly headers: Headers;
  /** Columns a file cannot do without. */
  readonly required: readonly string[];
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The separator that stands more often in the first line; a name with a comma is quoted in either form. */
const separatorOf = (text: string): string => {
  const [head = ''] = text.split('\n', 1);
  return head.split(';').length > head.split(',').length ? ';' : ',';
};

const refuse = (list: OfficeList, line: number, message: string): never => {
  throw new InvalidInput([{ path: `${list}:${line}`, message }]);
};

function parseLines(list: OfficeList, text: string): readonly Parsed[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Parsed[];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(list, 1, `không đọc được CSV: ${reason} (not a readable CSV file)`);
  }
}

/** Which known column stands at each place; a column nobody knows is refused, or a slip of the pen would lose it. */
function columnsOf(
  { list, headers, required }: CsvShape,
  head: readonly string[],
): readonly string[] {
  const names = new Map(
    Object.entries(headers).flatMap(([column, written]) =>
      [column, ...written].map((name) => [foldForComparison(name), column] as const),
    ),
  );
  const known = Object.entries(headers).map(
    ([column, [first]]) => `${first ?? column} (${column})`,
  );
  const columns = head.map(
    (written) =>
      names.get(foldForComparison(written)) ??
      refuse(list, 1, `không có cột "${written}"; các cột: ${known.join(', ')} (unknown column)`),
  );
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) refuse(list, 1, `cột ${twice} có hai lần (column given twice)`);
  const missing = required.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const wanted = missing.map((column) => `${headers[column]?.[0] ?? column} (${column})`);
    refuse(list, 1, `thiếu cột ${wanted.join(', ')} (missing column)`);
  }
  return columns;
}

/**
 * The rows of a CSV text: UTF-8 with or without a byte order mark, `;` or `,`, Vietnamese or English headers, in NFC.
 * @throws InvalidInput naming list and line when it is no CSV or its columns are not the ones asked for.
 */
export function readCsv(shape: CsvShape, text: string): readonly CsvRow[] {
  const { list } = shape;
  const [head, ...body] = parseLines(list, toNfc(text));
  if (head === undefined) return refuse(list, 1, 'tệp trống, thiếu dòng tiêu đề (no header line)');
  const columns = columnsOf(shape, head.record);
  return body.map(({ record, info }) => {
    if (record.length > columns.length) {
      const counts = `${record.length}, ${columns.length}`;
      refuse(list, info.lines, `nhiều ô hơn số cột: ${counts} (more cells than columns)`);
    }
    const cells = columns.map((column, index) => {
      const stray = strayCharacterIn(record[index] ?? '');
      if (stray === null) return [column, record[index] ?? ''] as const;
      const { character, place } = stray;
      const what = `cột ${column} có ký tự điều khiển ${character} ở vị trí ${place}`;
      return refuse(list, info.lines, `${what} (control character)`);
    });
    return { line: info.lines, cells: Object.fromEntries(cells) };
  });
}
