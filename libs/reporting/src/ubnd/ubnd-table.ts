import { fields } from '@thidua/kernel';
import { taskTableRates, type TaskTableRates } from '@thidua/scoring';
import { z } from 'zod';
import { rejectReporting } from '../reporting.rejections';

const { day } = fields;

/** The five states of the table for the People’s Committee; a task is in exactly one. */
export const UBND_STATES = [
  'doneOnTime',
  'doneLate',
  'openInTime',
  'openOverdue',
  'noDeadline',
] as const;
export type UbndState = (typeof UBND_STATES)[number];

export const STATE_TITLES: Readonly<Record<UbndState, string>> = {
  doneOnTime: 'Hoàn thành đúng hạn',
  doneLate: 'Hoàn thành quá hạn',
  openInTime: 'Đang thực hiện, trong hạn',
  openOverdue: 'Quá hạn, chưa hoàn thành',
  noDeadline: 'Không có thời hạn',
};

const text = (max: number) =>
  z
    .string({ error: 'phải là chuỗi ký tự (must be text)' })
    .max(max, { error: `dài nhất ${max} ký tự (at most ${max} characters)` });

const count = () =>
  z
    .number({ error: 'phải là số nguyên từ 0 (must be a whole number from 0)' })
    .int({ error: 'phải là số nguyên từ 0 (must be a whole number from 0)' })
    .min(0, { error: 'phải là số nguyên từ 0 (must be a whole number from 0)' });

/** One task, counted once and for its lead. */
const row = z.strictObject({
  no: text(40),
  title: text(5000),
  /** Who gave it: body, number and date of the document. */
  source: text(2000).default(''),
  leads: text(2000),
  partners: text(2000).default(''),
  product: text(5000).default(''),
  /** The deadline in force; null without one. */
  dueOn: day().nullable(),
  completedOn: day().nullable(),
  /** Number of the document with the result. */
  result: text(2000).default(''),
  state: z.enum(UBND_STATES, {
    error: `phải là một trong ${UBND_STATES.join(', ')} (must be one of these)`,
  }),
  remarks: text(20_000).default(''),
  eventIds: z.array(z.string()).default([]),
});
export type UbndRow = z.infer<typeof row>;

const schema = z.strictObject({
  format: z.literal('thidua-ubnd/1', {
    error: 'phải là "thidua-ubnd/1" (must be "thidua-ubnd/1")',
  }),
  /** Cut-off day (Asia/Ho_Chi_Minh). */
  asOf: day(),
  counts: z.strictObject({
    doneOnTime: count(),
    doneLate: count(),
    openInTime: count(),
    openOverdue: count(),
    noDeadline: count(),
  }),
  total: count(),
  /** May be left out of a file: then the counts alone are checked. */
  rows: z.array(row).default([]),
});

/** The tasks a higher authority follows, with a state each at the cut-off day. */
export type UbndTable = z.infer<typeof schema>;

interface Problem {
  readonly path: string;
  readonly message: string;
}

function sumProblems({ counts, total }: UbndTable): readonly Problem[] {
  const sum = UBND_STATES.reduce((subtotal, state) => subtotal + counts[state], 0);
  if (sum === total) return [];
  const message = `các trạng thái cộng lại là ${sum}, khác tổng ${total}; bảng phải khớp (the states add up to ${sum}, not to the total)`;
  return [{ path: 'total', message }];
}

function countProblems({ rows, counts }: UbndTable): readonly Problem[] {
  if (rows.length === 0) return [];
  return UBND_STATES.flatMap((state) => {
    const listed = rows.filter((each) => each.state === state).length;
    if (listed === counts[state]) return [];
    const message = `ghi ${counts[state]} nhưng danh sách có ${listed} (the rows have ${listed})`;
    return [{ path: `counts.${state}`, message }];
  });
}

/** The state that follows from the deadline, the day of completion and the cut-off day. */
export function stateOf(
  { dueOn, completedOn }: Pick<UbndRow, 'dueOn' | 'completedOn'>,
  asOf: string,
): UbndState {
  if (dueOn === null) return 'noDeadline';
  if (completedOn !== null && completedOn <= asOf) {
    return completedOn <= dueOn ? 'doneOnTime' : 'doneLate';
  }
  return asOf <= dueOn ? 'openInTime' : 'openOverdue';
}

const rowProblems = ({ rows, asOf }: UbndTable): readonly Problem[] =>
  rows.flatMap((each, index) => {
    const wanted = stateOf(each, asOf);
    if (wanted === each.state) return [];
    const message = `theo hạn và ngày hoàn thành phải là ${wanted}, không phải ${each.state} (must be ${wanted})`;
    return [{ path: `rows[${index}].state`, message }];
  });

const LISTED_MAX = 20;

const refuse = (problems: readonly Problem[]): never =>
  rejectReporting('TASK_TABLE_INVALID', {
    count: problems.length,
    problems: problems.slice(0, LISTED_MAX).map(({ path, message }) => `${path}: ${message}`),
  });

/**
 * Reads a table, from a file or from the log: whole, its states adding up to its total, each row in the state that its
 * days say. Nobody can tell which number of a table that does not add up is wrong, so no rate is made of one.
 * @throws CommandRejected TASK_TABLE_INVALID with the place of each fault.
 */
export function readUbndTable(input: unknown): UbndTable {
  const read = schema.safeParse(input);
  if (!read.success) {
    return refuse(
      read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    );
  }
  const problems = [
    ...sumProblems(read.data),
    ...countProblems(read.data),
    ...rowProblems(read.data),
  ];
  return problems.length > 0 ? refuse(problems) : read.data;
}

/** A table of rows, counted. */
export function ubndTableOf(asOf: UbndTable['asOf'], rows: readonly UbndRow[]): UbndTable {
  const countOf = (state: UbndState): number => rows.filter((each) => each.state === state).length;
  return readUbndTable({
    format: 'thidua-ubnd/1',
    asOf,
    counts: Object.fromEntries(UBND_STATES.map((state) => [state, countOf(state)])),
    total: rows.length,
    rows,
  });
}

/** The official rates by both denominators in use, each under its own name. */
export const ubndRates = ({ asOf, counts, total, rows }: UbndTable): TaskTableRates =>
  taskTableRates(
    {
      id: 'ubnd',
      asOf,
      ...counts,
      total,
      eventIds: [...new Set(rows.flatMap((each) => each.eventIds))],
    },
    'DUE',
  );
