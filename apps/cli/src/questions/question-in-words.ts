import type { z } from 'zod';
import { dayText, renderFacts, renderTable, timeText, type Cell } from '../output';
import { viewLine } from '../performance/view-line';
import type { questionList, WrittenAnswer, WrittenColumn } from './question-answers';

type Names = WrittenAnswer['names'];

/** Widest a column of text runs before it is broken at words. */
const TEXT_WIDTH = 36;

type Writer = (value: string, column: WrittenColumn, names: Names) => string;

const asWritten: Writer = (value, { values }) => values?.[value] ?? value;
const asDate: Writer = (value) => dayText(value) ?? value;

const WRITERS: Readonly<Record<WrittenColumn['kind'], Writer>> = {
  text: asWritten,
  number: asWritten,
  flag: asWritten,
  day: asDate,
  month: asDate,
  time: timeText,
  unit: (value, _column, { units }) => units[value] ?? value,
  person: (value, _column, { people }) => people[value] ?? value,
};

/** One value as a person reads it, by the kind its column states. */
function wordFor(value: unknown, column: WrittenColumn, names: Names): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value !== 'string') return String(value);
  return WRITERS[column.kind](value, column, names);
}

function cellFor(value: unknown, column: WrittenColumn, names: Names): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  const all = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return all.map((each) => wordFor(each, column, names)).join('; ');
}

/** The figures, then every list as a table. The events behind each row are in the JSON answer. */
export function answerInWords({
  question,
  figures,
  sections,
  names,
  ...view
}: WrittenAnswer): string {
  return [
    `Câu ${question.number}. ${question.vi}`,
    viewLine(view),
    '',
    renderFacts(figures.map(({ vi, value }) => [vi, dayText(asDay(value)) ?? value])),
    ...sections.map(({ vi, columns, rows }) =>
      rows.length === 0
        ? `\n${vi}: không có.`
        : `\n${vi}\n${renderTable(
            columns.map((column) => ({
              title: column.vi,
              widthMax: TEXT_WIDTH,
              align: column.kind === 'number' ? ('right' as const) : ('left' as const),
            })),
            rows.map((row) => columns.map((column) => cellFor(row[column.field], column, names))),
          )}`,
    ),
    '\nMỗi dòng có mã sự kiện làm căn cứ: xem bằng --json.',
  ].join('\n');
}

const asDay = (value: string | number | null): string | null =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;

const OPTION_OF: Readonly<Record<string, string>> = {
  plan: '--plan',
  unit: '--unit',
  task: '--task',
  person: '--person',
  source: '--source',
  months: '--from --to',
  ruleSet: '--rule-set',
};

/** All questions with what each may be narrowed to. */
export const listInWords = ({ questions }: z.infer<typeof questionList>): string =>
  renderTable(
    [
      { title: 'Số', align: 'right' },
      { title: 'Tên' },
      { title: 'Câu hỏi', widthMax: 60 },
      { title: 'Thu hẹp theo', widthMax: 24 },
    ],
    questions.map(({ number, name, vi, takes }) => [
      number,
      name,
      vi,
      takes.map((each) => OPTION_OF[each] ?? each).join(' '),
    ]),
  );
