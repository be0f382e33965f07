import { parseRational, sum, toDecimalText, ZERO, type Rational } from '@thidua/kernel';
import type { OfficialPaper } from '../../official-layout/official-paper';
import { rejectReporting } from '../../reporting.rejections';
import { paragraph, table, type PaperFrame } from '../papers/paper-frame';
import {
  markedPoints,
  writtenPeriod,
  type FormOfPerson,
  type FormSource,
  type WorkPeriod,
} from './person-forms';

const amount = (text: string): Rational => parseRational(text) ?? ZERO;
const written = (value: Rational | null): string =>
  value === null ? '' : toDecimalText(value, 2).replace('.', ',');

interface Row {
  readonly cells: readonly string[];
  readonly isHead: boolean;
}

/** `III.2` belongs to head III. */
const headOf = (itemId: string): string => itemId.split('.')[0] ?? itemId;

type Marks = ReadonlyMap<string, Rational>;

/** The two columns of the form: what the person marked, and what the superior confirmed. */
interface Columns {
  readonly self: Marks;
  readonly confirmed: Marks;
}

const marksOf = (items: readonly { readonly id: string; readonly mark: string }[] = []): Marks =>
  new Map(items.map(({ id, mark }) => [id, amount(mark)]));

function columnsOf(general: NonNullable<WorkPeriod['general']>): Columns {
  const marks = marksOf(general.items);
  if (general.confirmedBy === null) return { self: marks, confirmed: new Map() };
  return { self: marksOf(general.selfItems), confirmed: marks };
}

/** Sum over the items that are marked; null where none is. */
function sumOver(ids: readonly string[], marks: Marks): Rational | null {
  const known = ids.flatMap((id) => marks.get(id) ?? []);
  return known.length === 0 ? null : sum(known);
}

/** Items under their heads, each head with the sum of its maxima and marks. */
function rowsOf({ ruleSet }: FormSource, { self, confirmed }: Columns): readonly Row[] {
  const items = ruleSet.parameters.generalItems.value;
  const cellsOf = (ids: readonly string[]): readonly string[] =>
    [self, confirmed].map((marks) => written(sumOver(ids, marks)));
  const heads = [...new Set(items.map(({ id }) => headOf(id)))];
  return heads.flatMap((head): readonly Row[] => {
    const own = items.filter(({ id }) => headOf(id) === head);
    const max = sum(own.map((item) => amount(item.max)));
    const all = cellsOf(own.map(({ id }) => id));
    return [
      { cells: [head, `Nhóm tiêu chí ${head}`, written(max), ...all], isHead: true },
      ...own.map(({ id, title, max: most }) => ({
        cells: [id, title.vi, written(amount(most)), ...cellsOf([id])],
        isHead: false,
      })),
    ];
  });
}

/**
 * Form 01 of decree 335/2025 (annex I): the general criteria of one period, item by item, with the maxima of the rule
 * set. Marks that no superior confirmed stand in the column of self-marks
 * alone. Pure.
 * @throws CommandRejected PERIOD_WITHOUT_MARKS.
 */
export function generalCriteriaForm(
  source: FormSource,
  form: FormOfPerson,
  period: string,
  frame: PaperFrame,
): OfficialPaper {
  const { facts } = form;
  const found = facts.periods.find((each) => each.kind === 'WORK' && each.period === period);
  if (found?.kind !== 'WORK') {
    const known = facts.periods.map((each) => each.period);
    return rejectReporting('PERIOD_WITHOUT_MARKS', { period, personId: facts.id, known });
  }
  const { general } = found;
  const confirmedBy = general?.confirmedBy ?? null;
  const isSelf = confirmedBy === null;
  const columns = general === null ? { self: new Map(), confirmed: new Map() } : columnsOf(general);
  const rows = rowsOf(source, columns);
  const total = written(markedPoints(found));
  const max = amount(source.ruleSet.parameters.generalMax.value);
  const marked = written(sumOver([...columns.self.keys()], columns.self));
  const totals = isSelf ? [total, ''] : [marked, total];
  const { names } = source;
  return {
    ...frame,
    symbol: null,
    kindName: 'Phiếu đánh giá tiêu chí chung',
    subject: `Mẫu 01, ${writtenPeriod(period)}`,
    body: [
      paragraph(`Họ và tên: ${names.person(facts.id)} (mã ${facts.id}).`),
      paragraph(`Đơn vị công tác: ${names.unit(facts.unitId)}.`),
      table({
        columns: [
          { title: 'TT', share: 2, align: 'center' },
          { title: 'Nội dung tiêu chí', share: 8 },
          { title: 'Điểm tối đa', share: 3, align: 'right' },
          { title: 'Cá nhân tự chấm', share: 3, align: 'right' },
          { title: 'Cấp trên xác nhận', share: 3, align: 'right' },
        ],
        rows: [...rows.map(({ cells }) => cells), ['', 'Tổng điểm', written(max), ...totals]],
        boldRows: [...rows.flatMap(({ isHead }, index) => (isHead ? [index] : [])), rows.length],
      }),
      ...(general !== null && general.items === undefined
        ? [paragraph('Kỳ này chỉ có tổng điểm; điểm từng tiêu chí được giữ ở hồ sơ khác.')]
        : []),
      paragraph(
        isSelf
          ? 'Cấp trên chưa xác nhận: điểm tự chấm chưa được tính.'
          : `Người xác nhận: ${names.person(confirmedBy)}.`,
      ),
    ],
    signature: { lines: ['Người xác nhận'], name: null },
    coSignature: { lines: ['Người tự chấm'], name: null },
    recipients: [],
  };
}
