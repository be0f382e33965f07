import { fields, foldForComparison } from '@thidua/kernel';
import {
  POSTS,
  UNIT_KINDS,
  type OfficeList,
  type OfficeRows,
  type OfficialRow,
  type PostRow,
  type RowFault,
  type UnitRow,
} from '@thidua/organisation';
import { z } from 'zod';
import { readCsv, type CsvRow, type CsvShape } from './csv-table';

const { day, id, line, text } = fields;

const DAYS = {
  validFrom: ['hiệu lực từ', 'từ ngày', 'hieu_luc_tu', 'valid from'],
  validUntil: ['đến ngày', 'den_ngay', 'valid until'],
};
const UNIT = ['mã đơn vị', 'ma_don_vi', 'unit id', 'unitId'];
const PERSON = ['mã cán bộ', 'ma_can_bo', 'person id', 'personId'];

const SHAPES: Readonly<Record<OfficeList, CsvShape>> = {
  units: {
    list: 'units',
    headers: {
      unit: UNIT,
      name: ['tên đơn vị', 'tên', 'ten_don_vi'],
      kind: ['loại', 'loai', 'loại hình'],
      parent: ['thuộc đơn vị', 'thuộc', 'thuoc_don_vi', 'parent unit'],
      aliases: ['tên khác', 'ten_khac', 'alias'],
      ...DAYS,
    },
    required: ['unit', 'name', 'kind', 'validFrom'],
  },
  officials: {
    list: 'officials',
    headers: { person: PERSON, name: ['họ tên', 'họ và tên', 'ho_ten', 'full name'], ...DAYS },
    required: ['person', 'name', 'validFrom'],
  },
  posts: {
    list: 'posts',
    headers: {
      person: PERSON,
      unit: UNIT,
      post: ['chức vụ', 'vị trí', 'chuc_vu', 'position'],
      ...DAYS,
    },
    required: ['person', 'unit', 'post', 'validFrom'],
  },
};

const KIND_WORDS: Readonly<Record<string, (typeof UNIT_KINDS)[number]>> = {
  sở: 'department',
  'văn phòng': 'office',
  phòng: 'division',
  'chi cục': 'sub-department',
  'tổ công tác': 'task-force',
  'ngoài sở': 'outside',
};

const POST_WORDS: Readonly<Record<string, (typeof POSTS)[number]>> = {
  'cấp trưởng': 'head',
  'trưởng phòng': 'head',
  'chánh văn phòng': 'head',
  'giám đốc': 'head',
  'cấp phó': 'deputy',
  'phó trưởng phòng': 'deputy',
  'phó chánh văn phòng': 'deputy',
  'phó giám đốc': 'deputy',
  'chuyên viên': 'staff',
  'nhân viên': 'staff',
};

/** One of a closed list, by its English name or by a word an office uses for it. */
const oneOf = <Value extends string>(
  values: readonly [Value, ...Value[]],
  words: Readonly<Record<string, Value>>,
) => {
  const byWord = new Map(
    Object.entries(words).map(([word, value]) => [foldForComparison(word), value]),
  );
  const wanted = [...values, ...Object.keys(words)].join(', ');
  return z
    .string()
    .transform((written) => byWord.get(foldForComparison(written)) ?? written)
    .pipe(z.enum(values, { error: `phải là một trong: ${wanted} (must be one of these)` }));
};

/** `31/12/2025` is written as often as `2025-12-31`. */
const writtenDay = z
  .string()
  .transform((written) => {
    const [, d = '', m = '', y = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written) ?? [];
    return y === '' ? written : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  })
  .pipe(day());

/** An empty cell says that there is none. */
const orNone = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
  z
    .string()
    .transform((written) => (written === '' ? null : written))
    .pipe(schema.nullable());

const days = { validFrom: writtenDay, validUntil: orNone(writtenDay).default(null) };

const unitCells = z.object({
  unit: id(),
  name: line(300),
  kind: oneOf(UNIT_KINDS, KIND_WORDS),
  parent: orNone(id()).default(null),
  aliases: z
    .string()
    .default('')
    .transform((written) =>
      written
        .split('|')
        .map((alias) => alias.trim())
        .filter(Boolean),
    )
    .pipe(z.array(text(300))),
  ...days,
});
const officialCells = z.object({ person: id(), name: line(200), ...days });
const postCells = z.object({ person: id(), unit: id(), post: oneOf(POSTS, POST_WORDS), ...days });

interface Read<Row> {
  readonly rows: readonly Row[];
  readonly faults: readonly RowFault[];
}

type Dated = { readonly validFrom: string; readonly validUntil: string | null };

/** Rows that can be read and faults of those that cannot; a period never ends before it begins. */
function readRows<Schema extends z.ZodType<Dated>, Row>(
  { list }: CsvShape,
  csv: readonly CsvRow[],
  schema: Schema,
  toRow: (cells: z.infer<Schema>, line: number) => Row,
): Read<Row> {
  const rows: Row[] = [];
  const faults: RowFault[] = [];
  for (const { line, cells } of csv) {
    const result = schema.safeParse(cells);
    if (!result.success) {
      faults.push(
        ...result.error.issues.map(({ path, message }) => ({
          ...{ list, line },
          column: String(path[0] ?? ''),
          message,
        })),
      );
      continue;
    }
    const { validFrom, validUntil } = result.data;
    if (validUntil !== null && validUntil < validFrom) {
      const message = `phải từ ${validFrom} trở đi (must not be before validFrom)`;
      faults.push({ list, line, column: 'validUntil', message });
    } else rows.push(toRow(result.data, line));
  }
  return { rows, faults };
}

/** The text of each list; a list that is left out has no rows. */
export type OfficeCsv = Readonly<Partial<Record<OfficeList, string>>>;

/**
 * Reads the lists of an office; every row that cannot be read is told at once.
 * @throws InvalidInput when a text is no CSV or lacks a column.
 */
export function readOfficeCsv(texts: OfficeCsv): {
  readonly rows: OfficeRows;
  readonly faults: readonly RowFault[];
} {
  const csvOf = (list: OfficeList): readonly CsvRow[] => {
    const written = texts[list];
    return written === undefined ? [] : readCsv(SHAPES[list], written);
  };
  const units = readRows(
    SHAPES.units,
    csvOf('units'),
    unitCells,
    ({ unit, parent, ...row }, line): UnitRow => ({
      line,
      unitId: unit,
      parentUnitId: parent,
      ...row,
    }),
  );
  const officials = readRows(
    SHAPES.officials,
    csvOf('officials'),
    officialCells,
    ({ person, ...row }, line): OfficialRow => ({ line, personId: person, ...row }),
  );
  const posts = readRows(
    SHAPES.posts,
    csvOf('posts'),
    postCells,
    ({ person, unit, ...row }, line): PostRow => ({ line, personId: person, unitId: unit, ...row }),
  );
  return {
    rows: { units: units.rows, officials: officials.rows, posts: posts.rows },
    faults: [...units.faults, ...officials.faults, ...posts.faults],
  };
}
