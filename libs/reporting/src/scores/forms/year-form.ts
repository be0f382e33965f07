import { toDecimalText, type Rational } from '@thidua/kernel';
import { CLASS_TITLES } from '@thidua/scoring';
import type { Block, OfficialPaper } from '../../official-layout/official-paper';
import { heading, note, paragraph, points, table, type PaperFrame } from '../papers/paper-frame';
import { partsOf, writtenPeriod, type FormOfPerson, type FormSource } from './person-forms';

const BLANK = '……………………………………………………………';
const written = (value: Rational): string => toDecimalText(value, 2).replace('.', ',');

function periodTable(form: FormOfPerson): Block {
  return table({
    columns: [
      { title: 'Kỳ', share: 3, align: 'center' },
      { title: 'Tiêu chí chung', share: 3, align: 'right' },
      { title: 'Kết quả nhiệm vụ', share: 3, align: 'right' },
      { title: 'Tổng điểm', share: 3, align: 'right' },
      { title: 'Ghi chú', share: 6 },
    ],
    rows: form.score.periods.map(({ period, total, provisional, reasons }) => {
      const parts = partsOf(form, period);
      return [
        writtenPeriod(period).replace(/^./u, (letter) => letter.toLocaleUpperCase('vi')),
        parts === null ? '–' : written(parts.general),
        parts === null ? '–' : written(parts.tasks),
        points(total),
        [...(provisional ? ['tạm chốt'] : []), ...reasons.map(({ words }) => words.vi)].join('\n'),
      ];
    }),
  });
}

const waterfallTable = ({ score }: FormOfPerson): Block =>
  table({
    columns: [
      { title: 'Bước', share: 7 },
      { title: 'Thay đổi', share: 2, align: 'right' },
      { title: 'Còn lại', share: 2, align: 'right' },
      { title: 'Mức', share: 2, align: 'center' },
      { title: 'Căn cứ', share: 6 },
    ],
    rows: score.waterfall.map(({ title, change, after, class: rated, article }) => [
      title.vi,
      change === null ? '' : points(change),
      after === null ? '' : points(after),
      rated ?? '',
      article,
    ]),
  });

function meansOf({ score }: FormOfPerson): readonly Block[] {
  const [first, second] = score.halves;
  const quarters = score.quarters.map((each, index) => `quý ${index + 1}: ${points(each)}`);
  return [
    paragraph(`Điểm bình quân ${quarters.join('; ')}.`),
    paragraph(
      `Sáu tháng đầu năm: ${points(first ?? null)}; sáu tháng cuối năm: ${points(second ?? null)}.`,
    ),
    paragraph(
      score.year === null
        ? 'Điểm cả năm: chưa đủ dữ liệu.'
        : `Điểm cả năm: ${points(score.year)} (phân số đúng ${score.year.exact}), thời gian tính ${points(score.serviceMonths)} tháng.`,
    ),
  ];
}

const classLine = ({ score }: FormOfPerson): string =>
  score.class === null
    ? 'Mức xếp loại: chưa có.'
    : `Mức xếp loại theo quy tắc: ${CLASS_TITLES[score.class].vi}.`;

/**
 * Form 02 of decree 335/2025: one person’s year. The figures are filled in; what the person, the party committee and the
 * authority have to say stays blank for them. Pure.
 */
export function yearForm(source: FormSource, form: FormOfPerson, frame: PaperFrame): OfficialPaper {
  const { names, sheet } = source;
  const { facts, score } = form;
  return {
    ...frame,
    symbol: null,
    kindName: 'Phiếu đánh giá, xếp loại công chức',
    subject: `Mẫu 02, năm ${sheet.year}`,
    body: [
      paragraph(`Họ và tên: ${names.person(facts.id)} (mã ${facts.id}).`),
      paragraph(
        `Đơn vị công tác: ${names.unit(facts.unitId)}. Nhóm: ${names.group(facts.groupId)}.`,
      ),
      heading('I. KẾT QUẢ TỪNG KỲ'),
      periodTable(form),
      heading('II. KẾT QUẢ CẢ NĂM'),
      ...meansOf(form),
      heading('III. ĐIỂM HÌNH THÀNH THẾ NÀO'),
      waterfallTable(form),
      paragraph(classLine(form)),
      ...score.reasons.map(({ words, article }) => paragraph(`- ${words.vi} (${article}).`)),
      heading('IV. CÁ NHÂN TỰ NHẬN XÉT'),
      paragraph(BLANK),
      heading('V. Ý KIẾN CỦA CẤP ỦY (đối với người đứng đầu, cấp phó)'),
      paragraph(BLANK),
      heading('VI. KẾT LUẬN CỦA NGƯỜI CÓ THẨM QUYỀN'),
      paragraph(BLANK),
      note(`Mã băm bảng điểm: ${sheet.sheetHash}.`),
    ],
    signature: { lines: ['Người có thẩm quyền'], name: null },
    coSignature: { lines: ['Người được đánh giá'], name: null },
    recipients: [],
  };
}
