import { inLowerCase } from '../layout/source-lines';
import type { OutlineNode } from '../layout/outline';
import type { Paragraph } from '../layout/paragraphs';
import { trimEndMarks } from '../fields/trim-marks';
import type { DraftTarget } from '../plan-draft';
import { planWarning, type PlanWarning } from '../plan-warnings';
import { readFigure } from './target-figure';

export interface TargetsRead {
  readonly targets: readonly DraftTarget[];
  readonly warnings: readonly PlanWarning[];
}

/** Longer texts are prose, not a target line. */
const LONGEST_TARGET = 1500;
const PARTS = /,? trong đó ?:? ?/iu;

/** Targets stand as bullets under a heading that speaks of "chỉ tiêu". */
export function readTargets(root: OutlineNode, year: number | null): TargetsRead {
  const targets: DraftTarget[] = [];
  const warnings: PlanWarning[] = [];
  for (const paragraph of targetParagraphs(root)) {
    const found = targetsOf(paragraph, year);
    targets.push(...found);
    if (found.length === 0 && /\d/.test(paragraph.text)) {
      const text = paragraph.text;
      warnings.push(planWarning('TARGET_UNREADABLE', paragraph.line, { text }));
    }
  }
  return { targets, warnings };
}

function targetParagraphs(node: OutlineNode): Paragraph[] {
  const own = speaksOfTargets(node) ? ownTexts(node) : [];
  return [...own, ...node.children.flatMap(targetParagraphs)];
}

const speaksOfTargets = ({ marker, heading, entries }: OutlineNode): boolean =>
  marker !== null &&
  heading.text.length < 300 &&
  /chỉ tiêu|mục tiêu cụ thể/.test(inLowerCase(heading.text)) &&
  entries.every(({ type }) => type === 'text');

/** Bullets of the heading, and items below it that hold nothing else but a figure. */
function ownTexts(node: OutlineNode): Paragraph[] {
  const bullets = node.entries.flatMap((entry) =>
    entry.type === 'text' && entry.paragraph.marker !== null ? [entry.paragraph] : [],
  );
  const items = node.children.filter(
    (child) =>
      child.children.length === 0 &&
      child.entries.length === 0 &&
      readFigure(child.heading.text) !== null,
  );
  return [...bullets, ...items.map(({ heading }) => heading)];
}

function targetsOf(paragraph: Paragraph, year: number | null): DraftTarget[] {
  if (paragraph.text.length > LONGEST_TARGET) return [];
  const [whole = '', ...parts] = paragraph.text.split(PARTS);
  const main = targetOf(whole, paragraph, { year, parent: null });
  if (main === null) return [];
  const below = parts
    .flatMap((part) => part.split(/; ?/))
    .map((part) => targetOf(part, paragraph, { year, parent: main.name }));
  return [main, ...below.filter((target) => target !== null)];
}

function targetOf(
  written: string,
  { line, lastLine }: Paragraph,
  { year, parent }: { readonly year: number | null; readonly parent: string | null },
): DraftTarget | null {
  const text = trimEndMarks(written).trim();
  const figure = readFigure(text);
  if (figure === null) return null;
  const origin = lastLine > line ? { line, lastLine } : { line };
  return { ...figure, year: yearOfTarget(text) ?? year, parent, text, origin };
}

/** A year after "so với" is the base of comparison, not the year of the target. */
function yearOfTarget(text: string): number | null {
  const match = /(?:trong|đến|vào|cuối|hết) (?:hết )?năm (20\d{2})/iu.exec(text);
  return match === null ? null : Number(match[1]);
}
