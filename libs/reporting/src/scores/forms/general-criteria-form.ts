import { parseRational, sum, toDecimalText, ZERO, type Rational } from '@thidua/kernel';
import type { OfficialPaper } from '../../official-layout/official-paper';
import { rejectReporting } from '../../reporting.rejections';
import { paragraph, table, type PaperFrame } from '../papers/paper-frame';
import { markedPoints, writtenPeriod, type FormOfPerson, type FormSource } from './person-forms';

const amount = (text: string): Rational => parseRational(text) ?? ZERO;
const written = (value: Rational | null): string =>
  value === null ? '' : toDecimalText(value, 2).replace('.', ',');

interface Row {
  readonly cells: readonly string[];
  readonly isHead: boolean;
}

/** `III.2` belongs to head III. */
const headOf = (itemId: string): string => itemId.split('.')[0] ?? itemId;

/** Items under their heads, each head with the sum of its maxima and marks. */
function rowsOf({ ruleSet }: FormSource, marks: ReadonlyMap<string, string>, isSelf: boolean) {
  const items = ruleSet.parameters.generalItems.value;
  const cellsOf = (mark: Rational | null): readonly [string, string] =>
    isSelf ? [written(mark), ''] : ['', written(mark)];
  const heads = [...new Set(items.map(({ id }) => headOf(id)))];
  return heads.flatMap((head): readonly Row[] => {
    const own = items.filter(({ id }) => headOf(id) === head);
    const known = own.flatMap(({ id }) => marks.get(id) ?? []);
    const total = known.length === 0 ? null : sum(known.map(amount));
    const max = sum(own.map((item) => amount(item.max)));
    return [
      { cells: [head, `Nhóm tiêu chí ${head}`, written(max), ...cellsOf(total)], isHead: true },
      ...own.map(({ id, title, max: most }) => {
        const mark = marks.get(id);
        const points = mark === undefined ? null : amount(mark);
        return {
          cells: [id, title.vi, written(amount(most)), ...cellsOf(points)],
          isHead: false,
        };
      }),
    ];
  });
}

/**
 * Form 01 of decree 335/2025 (annex I): the general criteria of one period, item by item, with the maxima of the rule
 * set. Marks that no superior confirmed stand in the column of self-marks. Pure.
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
  const marks = new Map((general?.items ?? []).map(({ id, mark }) => [id, mark]));
  const rows = rowsOf(source, marks, isSelf);
  const total = markedPoints(found);
  const max = amount(source.ruleSet.parameters.generalMax.value);
  const totals = isSelf ? [written(total), ''] : ['', written(total)];
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
