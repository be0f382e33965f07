import type { LocalDate } from '@thidua/kernel';
import { AlignmentType, Paragraph, TextRun, type Table } from 'docx';
import { SIZE, TEXT_WIDTH } from './measures';
import type { OfficialPaper } from './official-paper';
import { centred, rule, sideBySide } from './paragraphs';

const LEFT = Math.round(TEXT_WIDTH * 0.42);
const RIGHT = TEXT_WIDTH - LEFT;

const capitals = (text: string): string => text.toLocaleUpperCase('vi');

/** Days below 10 and the first two months are written with a leading zero (annex I, section II.4). */
export function writtenDate(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const shortMonth = Number(month) > 2 ? String(Number(month)) : month;
  return `ngày ${day} tháng ${shortMonth} năm ${year}`;
}

/** Issuing body and number on the left; name of the nation, motto, place and date on the right. */
export function paperHead({ letterhead, symbol, date }: OfficialPaper): Table {
  const { parent, name, place } = letterhead;
  const organ = { size: SIZE.organ, bold: true };
  const where = place === null ? '' : `${place}, `;
  return sideBySide(
    [LEFT, RIGHT],
    [
      [
        ...(parent === null ? [] : [centred(capitals(parent), { size: SIZE.organ })]),
        centred(capitals(name), organ),
        rule(LEFT, 0.4),
      ],
      [
        centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: SIZE.nation, bold: true }),
        centred('Độc lập - Tự do - Hạnh phúc', { size: SIZE.motto, bold: true }),
        rule(RIGHT, 0.62),
      ],
    ],
    [
      [centred(`Số:        /${symbol}`, { size: SIZE.number })],
      [centred(`${where}${writtenDate(date)}`, { size: SIZE.place, italics: true })],
    ],
  );
}

/** Kind of the paper and what it is about, with the rule under them. */
export const paperTitle = ({ kindName, subject }: OfficialPaper): readonly Paragraph[] => [
  new Paragraph({ spacing: { before: 120, after: 0 }, children: [] }),
  centred(capitals(kindName), { size: SIZE.title, bold: true }),
  ...subject.split('\n').map((line) => centred(line, { size: SIZE.title, bold: true })),
  rule(TEXT_WIDTH, 0.35),
];

const line = (text: string, letters: object): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.LEFT,
    children: [new TextRun({ text, ...letters })],
  });

/** Readers on the left, the signature on the right with room for it above the name. */
export function paperFoot({ recipients, signature }: OfficialPaper): Table {
  const readers = recipients.map((reader, index) =>
    line(`- ${reader}${index === recipients.length - 1 ? '.' : ';'}`, { size: SIZE.recipients }),
  );
  const signed = { size: SIZE.signature, bold: true };
  const room = Array.from({ length: 4 }, () => centred('', signed));
  return sideBySide(
    [LEFT, RIGHT],
    [
      [line('Nơi nhận:', { size: SIZE.recipientsHead, bold: true, italics: true }), ...readers],
      [
        ...signature.lines.map((each) => centred(capitals(each), signed)),
        ...room,
        ...(signature.name === null ? [] : [centred(signature.name, signed)]),
      ],
    ],
  );
}
