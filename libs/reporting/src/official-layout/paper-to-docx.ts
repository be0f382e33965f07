import { startOfDay } from '@thidua/kernel';
import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { paperFoot, paperHead, paperTitle } from './head-and-foot';
import { FONT, PAGE, SIZE, textWidth } from './measures';
import type { OfficialPaper } from './official-paper';
import { bodyBlock } from './paragraphs';
import { sealedDocx } from './sealed-docx';

/** The page number in the middle of the top, on every page but the first. */
const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.page })],
      }),
    ],
  });

const empty = (): Header => new Header({ children: [new Paragraph({ children: [] })] });

/** From this block on the body stays with the signature: nobody signs a page that says nothing. */
const lastWords = ({ body }: OfficialPaper): number =>
  body.findLastIndex(({ kind }) => kind !== 'note');

/**
 * The paper as a DOCX file in the layout of decree 30/2020/NĐ-CP, annex I. The same paper gives the same bytes, so that a
 * file can be compared with the one that was sent.
 */
export async function paperToDocx(paper: OfficialPaper): Promise<Uint8Array> {
  const { width, height, margin } = PAGE;
  const { orientation = 'portrait' } = paper;
  // The library turns the two lengths round itself for a page laid on its side.
  const size = {
    width,
    height,
    orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
  };
  const document = new Document({
    title: `${paper.kindName} ${paper.subject.replaceAll('\n', ' ')}`,
    creator: paper.letterhead.name,
    lastModifiedBy: paper.letterhead.name,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: SIZE.body, color: '000000', language: { value: 'vi-VN' } },
        },
      },
    },
    sections: [
      {
        properties: { page: { size, margin }, titlePage: true },
        headers: { default: pageNumber(), first: empty() },
        children: [
          paperHead(paper),
          ...paperTitle(paper),
          ...paper.body.flatMap((block, place) =>
            bodyBlock(block, textWidth(orientation), place >= lastWords(paper)),
          ),
          paperFoot(paper),
        ],
      },
    ],
  });
  return sealedDocx(await Packer.toBuffer(document), startOfDay(paper.date));
}
