import type { FieldName } from '../layout/field-labels';
import { followsLetter, type Marker } from '../layout/markers';
import type { OutlineNode } from '../layout/outline';
import type { DraftTask } from '../plan-draft';
import { planWarning, type PlanWarning } from '../plan-warnings';
import { FIELD_WORDS } from './task-fields';
import { fieldsOf, hasField } from './task-nodes';

/** What only shows when all tasks lie side by side: fields left out, numbers repeated or skipped, text left over. */
export function planChecks(
  nodes: readonly OutlineNode[],
  tasks: readonly DraftTask[],
): PlanWarning[] {
  return [
    ...missingFields(nodes, tasks),
    ...repeatedNumbers(tasks),
    ...[...new Set(nodes.map(({ parent }) => parent))].flatMap(numberGaps),
    ...nodes.flatMap(leftOver),
  ];
}

/** Lead and time belong to every task; the other two are missed only where half the tasks of the plan have them. */
function missingFields(nodes: readonly OutlineNode[], tasks: readonly DraftTask[]): PlanWarning[] {
  const optional = (['coordinating', 'product'] as const).filter(
    (name) => nodes.filter((node) => hasField(node, name)).length * 2 >= nodes.length,
  );
  return tasks.flatMap((task) =>
    (['lead', 'time', ...optional] as const)
      .filter((name) => isEmpty(task, name))
      .map((name) => {
        const { vi: fieldVi, en: fieldEn } = FIELD_WORDS[name];
        const facts = { no: task.no, fieldVi, fieldEn };
        return planWarning('FIELD_MISSING', task.origin.title?.line ?? 0, facts);
      }),
  );
}

const isEmpty = (task: DraftTask, name: FieldName): boolean =>
  name === 'time'
    ? task.timeText === null
    : task[name].length === 0 &&
      !(name === 'coordinating' && task.origin.coordinating !== undefined);

function repeatedNumbers(tasks: readonly DraftTask[]): PlanWarning[] {
  const seen = new Set<string>();
  return tasks.flatMap(({ no, origin }) => {
    if (!seen.has(no)) {
      seen.add(no);
      return [];
    }
    return [planWarning('TASK_NUMBER_REPEATED', origin.no?.line ?? 0, { no })];
  });
}

/** A gap is no error: two alphabets are in use, and plans are cut. It is worth a look all the same. */
function numberGaps(parent: OutlineNode | null): PlanWarning[] {
  const siblings = parent?.children ?? [];
  return siblings.flatMap((node, index) => {
    const previous = siblings[index - 1];
    if (previous?.marker == null || node.marker === null) return [];
    if (previous.marker.kind !== node.marker.kind || follows(node.marker, previous.marker))
      return [];
    const facts = { previous: previous.path, no: node.path };
    return [planWarning('TASK_NUMBER_GAP', node.heading.line, facts)];
  });
}

function follows(marker: Marker, previous: Marker): boolean {
  if (marker.kind === 'letter') return followsLetter(marker.sign, previous.sign);
  if (marker.kind !== 'number' && marker.kind !== 'dotted') return true;
  const [own = 0, before = 0] = [marker.sign, previous.sign].map((sign) =>
    Number(sign.split('.').at(-1)),
  );
  return own === before + 1 || own === before;
}

/** Text after the fields of a task, and labels that are none of the four fields. */
function leftOver(node: OutlineNode): PlanWarning[] {
  const firstField = node.entries.findIndex(({ type }) => type === 'field');
  const stray = node.entries.flatMap((entry, index) =>
    entry.type === 'text' && firstField >= 0 && index > firstField
      ? [
          planWarning('STRAY_TEXT', entry.paragraph.line, {
            no: node.path,
            text: entry.paragraph.text,
          }),
        ]
      : [],
  );
  const unread = fieldsOf(node)
    .filter(({ name }) => name === 'other')
    .map(({ paragraph: { line, text } }) => planWarning('FIELD_NOT_READ', line, { text }));
  return [...stray, ...unread];
}
