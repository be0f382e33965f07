import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { withoutControls } from '../tables/harmless-text';
import { BETWEEN_PARAGRAPHS, FIRST_LINE, LINE, SIZE } from './measures';
import type { Block, BodyTable, TableColumn } from './official-paper';

export interface Letters {
  readonly size: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

const runOf = (text: string, letters: Letters): TextRun =>
  new TextRun({ text: withoutControls(text), ...letters });

/** One centred line of a head or of a signature. */
export const centred = (text: string, letters: Letters): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [runOf(text, letters)],
  });

/** The line drawn under a name: as long as the share of the width, in the middle. */
export function rule(width: number, share: number): Paragraph {
  const side = Math.round((width * (1 - share)) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 60, after: BETWEEN_PARAGRAPHS, line: 40, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
};

/** Two blocks side by side without lines, as heads and feet of papers are set. */
export function sideBySide(
  widths: readonly [number, number],
  ...rows: readonly (readonly [readonly Paragraph[], readonly Paragraph[]])[]
): Table {
  const cell = (children: readonly Paragraph[], width: number): TableCell =>
    new TableCell({
      borders: { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE },
      width: { size: width, type: WidthType.DXA },
      margins: { left: 0, right: 0 },
      children,
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: [...widths],
    borders: NO_LINES,
    rows: rows.map(
      ([left, right]) =>
        new TableRow({
          cantSplit: true,
          children: [cell(left, widths[0]), cell(right, widths[1])],
        }),
    ),
  });
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function widthsOf(columns: readonly TableColumn[], width: number): readonly number[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => Math.floor((width * share) / all));
}

interface RowLook {
  readonly isHead: boolean;
  readonly isBold: boolean;
  /** Not parted from what follows by the end of a page. */
  readonly keepNext: boolean;
}

/** A table with lines; its head is repeated on every page. */
function bodyTable(
  { columns, rows, boldRows = [] }: BodyTable,
  width: number,
  keepNext: boolean,
): Table {
  const widths = widthsOf(columns, width);
  const cell = (text: string, index: number, { isHead, isBold, keepNext }: RowLook): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            keepNext,
            alignment: isHead ? AlignmentType.CENTER : ALIGNMENTS[columns[index]?.align ?? 'left'],
            children: [runOf(line, { size: SIZE.table, bold: isBold })],
          }),
      ),
    });
  const row = (texts: readonly string[], look: RowLook): TableRow =>
    new TableRow({
      // Readers take the mark for a head even where it says "false".
      ...(look.isHead ? { tableHeader: true } : {}),
      cantSplit: true,
      children: texts.map((text, index) => cell(text, index, look)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [
      row(
        columns.map(({ title }) => title),
        { isHead: true, isBold: true, keepNext: true },
      ),
      ...rows.map((texts, index) =>
        row(texts, {
          isHead: false,
          isBold: boldRows.includes(index),
          keepNext: keepNext && index === rows.length - 1,
        }),
      ),
    ],
  });
}

/**
 * A block of the body on text of this width; a table is followed by the space that separates it from the next.
 * `keepNext`: it stands on the page of what follows, a table with its last row.
 */
export function bodyBlock(
  block: Block,
  width: number,
  keepNext: boolean,
): readonly (Paragraph | Table)[] {
  if (block.kind === 'table') {
    const space = new Paragraph({
      keepNext,
      spacing: { before: 0, after: BETWEEN_PARAGRAPHS },
      children: [],
    });
    return [bodyTable(block.table, width, keepNext), space];
  }
  if (block.kind === 'note') {
    return [
      new Paragraph({
        keepNext,
        alignment: AlignmentType.LEFT,
        spacing: { before: 0, after: BETWEEN_PARAGRAPHS / 2 },
        children: [runOf(block.text, { size: SIZE.recipients })],
      }),
    ];
  }
  const isHeading = block.kind === 'heading';
  return [
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      keepNext: keepNext || isHeading,
      indent: { firstLine: FIRST_LINE },
      // Readers differ in what they take for granted where the rule is left out.
      spacing: { before: 0, after: BETWEEN_PARAGRAPHS, line: LINE, lineRule: 'auto' },
      children: [runOf(block.text, { size: SIZE.body, bold: isHeading })],
    }),
  ];
}
