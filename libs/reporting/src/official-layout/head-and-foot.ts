import type { LocalDate } from '@thidua/kernel';
import { AlignmentType, Paragraph, TextRun, type Table } from 'docx';
import { withoutControls } from '../tables/harmless-text';
import { SIZE, textWidth } from './measures';
import type { OfficialPaper, Signature } from './official-paper';
import { centred, rule, sideBySide } from './paragraphs';

/** Widths of the two halves of a head or foot. */
function halves({ orientation = 'portrait' }: OfficialPaper): readonly [number, number] {
  const width = textWidth(orientation);
  const left = Math.round(width * 0.42);
  return [left, width - left];
}

/** Longest rule under the motto and under the issuing body: as on an upright page, however wide the half is. */
const RULES = {
  organ: { share: 0.4, of: Math.round(textWidth('portrait') * 0.42) },
  motto: { share: 0.62, of: Math.round(textWidth('portrait') * 0.58) },
};

const capitals = (text: string): string => text.toLocaleUpperCase('vi');

/** Days below 10 and the first two months are written with a leading zero (annex I, section II.4). */
export function writtenDate(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const shortMonth = Number(month) > 2 ? String(Number(month)) : month;
  return `ngày ${day} tháng ${shortMonth} năm ${year}`;
}

/** Issuing body and number on the left; name of the nation, motto, place and date on the right. */
export function paperHead(paper: OfficialPaper): Table {
  const { letterhead, symbol, date, isUndated = false } = paper;
  const { parent, name, place } = letterhead;
  const [left, right] = halves(paper);
  const number = symbol === null ? '' : `Số:        /${symbol}`;
  const day = isUndated ? `ngày        tháng        năm ${date.slice(0, 4)}` : writtenDate(date);
  const organ = { size: SIZE.organ, bold: true };
  const where = place === null ? '' : `${place}, `;
  return sideBySide(
    [left, right],
    [
      [
        ...(parent === null ? [] : [centred(capitals(parent), { size: SIZE.organ })]),
        centred(capitals(name), organ),
        rule(left, (RULES.organ.of * RULES.organ.share) / left),
      ],
      [
        centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: SIZE.nation, bold: true }),
        centred('Độc lập - Tự do - Hạnh phúc', { size: SIZE.motto, bold: true }),
        rule(right, (RULES.motto.of * RULES.motto.share) / right),
      ],
    ],
    [
      [centred(number, { size: SIZE.number })],
      [centred(`${where}${day}`, { size: SIZE.place, italics: true })],
    ],
  );
}

/** Kind of the paper and what it is about, with the rule under them. */
export const paperTitle = ({
  kindName,
  subject,
  orientation = 'portrait',
}: OfficialPaper): readonly Paragraph[] => [
  new Paragraph({ spacing: { before: 120, after: 0 }, children: [] }),
  centred(capitals(kindName), { size: SIZE.title, bold: true }),
  ...subject.split('\n').map((line) => centred(line, { size: SIZE.title, bold: true })),
  rule(textWidth(orientation), (textWidth('portrait') * 0.35) / textWidth(orientation)),
];

const line = (text: string, letters: object): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.LEFT,
    children: [new TextRun({ text: withoutControls(text), ...letters })],
  });

const readersOf = (recipients: readonly string[]): readonly Paragraph[] => [
  line('Nơi nhận:', { size: SIZE.recipientsHead, bold: true, italics: true }),
  ...recipients.map((reader, index) =>
    line(`- ${reader}${index === recipients.length - 1 ? '.' : ';'}`, { size: SIZE.recipients }),
  ),
];

/** Authority and post, room for the hand, and the name where it is known. */
function signatureOf({ lines, name }: Signature): readonly Paragraph[] {
  const signed = { size: SIZE.signature, bold: true };
  return [
    ...lines.map((each) => centred(capitals(each), signed)),
    ...Array.from({ length: 4 }, () => centred('', signed)),
    ...(name === null ? [] : [centred(name, signed)]),
  ];
}

/** Readers or a second signature on the left, the signature on the right with room for it above the name. */
export function paperFoot(paper: OfficialPaper): Table {
  const { recipients, signature, coSignature } = paper;
  const left = coSignature === undefined ? readersOf(recipients) : signatureOf(coSignature);
  return sideBySide(halves(paper), [left, signatureOf(signature)]);
}
