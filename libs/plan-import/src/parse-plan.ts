import { readOutline } from './layout/outline';
import { cleanPages } from './layout/page-noise';
import { readParagraphs } from './layout/paragraphs';
import { readPlanTitle, yearOfTitle } from './layout/plan-title';
import { readSourceLines, type SourceLine } from './layout/source-lines';
import type { PlanDraft } from './plan-draft';
import { rejectPlanFile } from './plan-import.rejections';
import { planWarning, type PlanWarning } from './plan-warnings';
import { readTargets } from './targets/read-targets';
import { planChecks } from './tasks/plan-checks';
import { readTask } from './tasks/read-task';
import { taskNodes } from './tasks/task-nodes';

/**
 * Reads the text of an office plan into draft tasks and targets, each field with its line of origin, and into warnings
 * for whatever a person has to look at. Nothing is corrected and nothing is binding. `year` overrides the plan year of
 * the title.
 * @throws CommandRejected PLAN_FILE_EMPTY without any text, NOT_A_PLAN where no item carries the fields of a task.
 */
export function parsePlan(text: string, options: { readonly year?: number } = {}): PlanDraft {
  const lines = readSourceLines(text);
  if (lines.every((line) => line.text === '')) rejectPlanFile('PLAN_FILE_EMPTY');
  const pages = cleanPages(lines);
  const outline = readOutline(readParagraphs(pages.lines));
  const nodes = taskNodes(outline);
  if (nodes.length === 0) rejectPlanFile('NOT_A_PLAN');

  const head = readHead(pages.lines, options.year);
  const { title, year } = head;
  const read = nodes.map((node) => readTask(node, { year, findFootnote: pages.findFootnote }));
  const tasks = read.map(({ task }) => task);
  const { targets, warnings: targetWarnings } = readTargets(outline, year);
  const warnings = [
    ...head.warnings,
    ...read.flatMap((task) => task.warnings),
    ...planChecks(nodes, tasks),
    ...targetWarnings,
  ];
  return { title, year, tasks, targets, warnings: inOrder(warnings) };
}

type Head = Pick<PlanDraft, 'title' | 'year' | 'warnings'>;

function readHead(lines: readonly SourceLine[], givenYear: number | undefined): Head {
  const title = readPlanTitle(lines);
  const year = givenYear ?? yearOfTitle(title?.text ?? '');
  const warnings = year === null ? [planWarning('PLAN_YEAR_UNKNOWN', title?.line ?? 1)] : [];
  return { title: title?.text ?? null, year, warnings };
}

const inOrder = (warnings: readonly PlanWarning[]): PlanWarning[] =>
  warnings.toSorted((a, b) => a.line - b.line);
