import { inLowerCase } from '../layout/source-lines';
import { trimEndMarks } from '../fields/trim-marks';
import type { FieldName } from '../layout/field-labels';
import type { OutlineField, OutlineNode } from '../layout/outline';

/** Sections that assign nobody: their numbered sentences look like tasks and are none. */
const NO_TASK_SECTION =
  /^(?:tổ chức thực hiện|mục đích|yêu cầu|quan điểm|căn cứ|kinh phí(?: thực hiện)?$|chế độ báo cáo)/;

export const fieldsOf = (node: OutlineNode): OutlineField[] =>
  node.entries.flatMap((entry) => (entry.type === 'field' ? [entry.field] : []));

export const hasField = (node: OutlineNode, ...names: readonly FieldName[]): boolean =>
  fieldsOf(node).some(({ name }) => name !== 'other' && names.includes(name));

/** Below a Roman number any heading that begins so counts; deeper, "Tổ chức thực hiện Kế hoạch X" may be a task. */
function assignsNobody({ marker, heading }: OutlineNode): boolean {
  if (marker === null || heading.text.length > 200) return false;
  const folded = inLowerCase(trimEndMarks(heading.text));
  const isSection = marker.kind === 'part' || marker.kind === 'roman';
  return isSection ? NO_TASK_SECTION.test(folded) : folded === 'tổ chức thực hiện';
}

/** Items that are tasks, in the order of the page; empty where no item has a lead together with another field. */
export function taskNodes(root: OutlineNode): OutlineNode[] {
  const open = openNodes(root);
  const isLaidOut = open.some(
    (node) => hasField(node, 'lead') && hasField(node, 'coordinating', 'product', 'time'),
  );
  return isLaidOut ? open.filter(taskTest(open)) : [];
}

function openNodes(node: OutlineNode): OutlineNode[] {
  if (assignsNobody(node)) return [];
  const below = node.children.flatMap(openNodes);
  return node.marker === null ? below : [node, ...below];
}

const statesWork = (node: OutlineNode): boolean => hasField(node, 'lead', 'coordinating', 'time');

/** An item without any field is still a task where the items beside it are tasks: it came incomplete. */
function taskTest(nodes: readonly OutlineNode[]): (node: OutlineNode) => boolean {
  const tasksBeside = new Map<OutlineNode | null, Set<string>>();
  for (const { parent, marker } of nodes.filter(statesWork)) {
    const kinds = tasksBeside.get(parent) ?? new Set();
    tasksBeside.set(parent, kinds.add(marker?.kind ?? ''));
  }
  return (node) => {
    if (statesWork(node)) return true;
    const isLeaf = node.children.length === 0 && node.heading.text !== '';
    const kind = node.marker?.kind ?? '';
    return isLeaf && kind !== 'roman' && tasksBeside.get(node.parent)?.has(kind) === true;
  };
}
