import { readDocumentReferences } from '../fields/document-references';
import type { FindFootnote } from '../layout/page-noise';
import type { Paragraph } from '../layout/paragraphs';
import { planWarning, type PlanWarning } from '../plan-warnings';

export interface WithoutMarks {
  readonly text: string;
  /** Documents cited in the footnotes the marks point at. */
  readonly refs: readonly string[];
  readonly warnings: readonly PlanWarning[];
}

/** Square and cubic measures end in a digit of their own. */
const GLUED_MARK = /(?<=\p{Ll}{2})(?<!(?:^|[^\p{L}])(?:km|cm|mm|dm|hm))(\d{1,2})(?=$|[\s.,;:)(])/gu;

/**
 * Takes footnote digits off the words they are glued to ("thương mại1"). A digit stays where no footnote with its number
 * follows, except in names of units, which never end in a glued digit.
 */
export function withoutMarks(
  paragraph: Paragraph,
  findFootnote: FindFootnote,
  isUnitField = false,
): WithoutMarks {
  const refs: string[] = [];
  const warnings: PlanWarning[] = [];
  const text = paragraph.text.replace(
    GLUED_MARK,
    (mark: string, _group: string, offset: number) => {
      const footnote = findFootnote(mark, paragraph.line);
      if (footnote === undefined && !isUnitField) return mark;
      refs.push(...readDocumentReferences(footnote?.text ?? ''));
      const word = paragraph.text.slice(Math.max(0, offset - 20), offset + mark.length);
      warnings.push(planWarning('FOOTNOTE_MARK_REMOVED', paragraph.line, { mark, text: word }));
      return '';
    },
  );
  return { text, refs, warnings };
}
