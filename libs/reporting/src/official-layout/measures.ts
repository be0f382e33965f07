/** Sizes of decree 30/2020/NĐ-CP, annex I. Lengths are twentieths of a point, letter sizes half points, as DOCX has them. */

const MM = 56.6929;
const mm = (length: number): number => Math.round(length * MM);

/** A4 with the margins the annex allows: top and bottom 20–25 mm, left 30–35, right 15–20. */
export const PAGE = {
  width: mm(210),
  height: mm(297),
  margin: {
    top: mm(20),
    bottom: mm(20),
    left: mm(30),
    right: mm(15),
    header: mm(10),
    footer: mm(10),
  },
} as const;

export type Orientation = 'portrait' | 'landscape';

/** Width of the text on a page; a wide table is set on a page laid on its side, with the same margins. */
export const textWidth = (orientation: Orientation): number =>
  (orientation === 'portrait' ? PAGE.width : PAGE.height) - PAGE.margin.left - PAGE.margin.right;

/** Letter sizes in half points. */
export const SIZE = {
  nation: 24,
  motto: 26,
  organ: 24,
  number: 26,
  place: 28,
  title: 28,
  body: 28,
  table: 24,
  signature: 28,
  recipientsHead: 24,
  recipients: 22,
  page: 26,
} as const;

export const FONT = 'Times New Roman';

/** First line of a paragraph: 1,27 cm; 6 points between paragraphs; single to one and a half lines. */
export const FIRST_LINE = mm(12.7);
export const BETWEEN_PARAGRAPHS = 120;
export const LINE = 276;
