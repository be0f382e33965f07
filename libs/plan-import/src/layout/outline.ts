import { inLowerCase } from './source-lines';
import type { FieldName } from './field-labels';
import { isCapitals, type Paragraph } from './paragraphs';
import type { Marker } from './markers';

/** A labelled field of an item: its own text and the bullets written below it. */
export interface OutlineField {
  readonly name: FieldName | 'other';
  readonly paragraph: Paragraph;
  readonly items: Paragraph[];
}

type OutlineEntry =
  | { readonly type: 'text'; readonly paragraph: Paragraph }
  | { readonly type: 'field'; readonly field: OutlineField };

/** A numbered item, lettered item or heading, with what stands under it in the order of the page. */
export interface OutlineNode {
  readonly marker: Marker | null;
  /** Unambiguous inside the plan: `II`, `II.1`, `II.1.a`, `2.3`, `2.3.a`. */
  readonly path: string;
  readonly heading: Paragraph;
  readonly parent: OutlineNode | null;
  entries: OutlineEntry[];
  children: OutlineNode[];
}

const DEPTH: Readonly<Record<Marker['kind'], number>> = {
  part: 1,
  roman: 2,
  number: 3,
  dotted: 4,
  letter: 8,
  bullet: 9,
};

/** The plan begins anew at an annex title, below the signatures of the decision that issues it. */
const STARTS_ANNEX = /^(?:kế hoạch|phụ lục|chương trình|đề án)(?: |$)/;
const ENDS_PLAN = /^nơi nhận ?:/;

/** Hangs every paragraph under the item it belongs to. The returned root holds what stands outside every item. */
export function readOutline(paragraphs: readonly Paragraph[]): OutlineNode {
  const root = newNode(null, '', EMPTY_PARAGRAPH, null);
  let current: OutlineNode = root;
  for (const paragraph of paragraphs) {
    const { marker } = paragraph;
    if (marker !== null && marker.kind !== 'bullet') {
      current = addNode(current, marker, paragraph);
    } else if (leavesItems(paragraph)) {
      current = root;
    } else {
      addEntry(current, paragraph);
      if (paragraph.text.endsWith('./.')) current = root;
    }
  }
  splitBulletTasks(root);
  return root;
}

const EMPTY_PARAGRAPH: Paragraph = { marker: null, label: null, text: '', line: 0, lastLine: 0 };

const newNode = (
  marker: Marker | null,
  path: string,
  heading: Paragraph,
  parent: OutlineNode | null,
): OutlineNode => ({ marker, path, heading, parent, entries: [], children: [] });

const leavesItems = ({ marker, label, text }: Paragraph): boolean => {
  if (marker !== null || label !== null) return false;
  const folded = inLowerCase(text.slice(0, 40));
  return ENDS_PLAN.test(folded) || (isCapitals(text) && STARTS_ANNEX.test(folded));
};

function addNode(current: OutlineNode, marker: Marker, heading: Paragraph): OutlineNode {
  const parent = parentFor(current, marker);
  const node = newNode(marker, pathOf(parent, marker), heading, parent);
  parent.children.push(node);
  return node;
}

function parentFor(current: OutlineNode, marker: Marker): OutlineNode {
  const depth = depthOf(marker);
  let node = current;
  while (node.parent !== null && (node.marker === null || depthOf(node.marker) >= depth)) {
    node = node.parent;
  }
  return node;
}

const depthOf = ({ kind, sign }: Marker): number =>
  DEPTH[kind] + (kind === 'dotted' ? sign.split('.').length - 2 : 0);

/** A dotted number already says where it stands; any other number restarts in its section and carries the section. */
function pathOf(parent: OutlineNode, { kind, sign }: Marker): string {
  const standsAlone = kind === 'dotted' || kind === 'roman' || kind === 'part';
  return standsAlone || parent.path === '' ? sign : `${parent.path}.${sign}`;
}

function addEntry(node: OutlineNode, paragraph: Paragraph): void {
  const { label, marker } = paragraph;
  const last = node.entries[node.entries.length - 1];
  if (label !== null) {
    node.entries.push({ type: 'field', field: { name: label.field, paragraph, items: [] } });
  } else if (marker !== null && last?.type === 'field' && isItemOf(last.field, marker)) {
    last.field.items.push(paragraph);
  } else {
    node.entries.push({ type: 'text', paragraph });
  }
}

const RANK: Readonly<Record<string, number>> = { '-': 1, '–': 1, '—': 1, '−': 1, '+': 2 };
const rankOf = (marker: Marker | null): number => (marker === null ? 0 : (RANK[marker.sign] ?? 3));

/** Bullets below a field are its items when they stand deeper, or when the field's own line is empty. */
const isItemOf = (field: OutlineField, marker: Marker): boolean =>
  field.paragraph.text === '' || rankOf(marker) > Math.max(rankOf(field.paragraph.marker), 1);

/**
 * Splits an item whose bullets are tasks of their own: it states several leads, or its labels stand deeper than its
 * bullets. The bullets have no number, so each gets its place in the item: `II.1.-2`.
 */
function splitBulletTasks(node: OutlineNode): void {
  node.children.forEach(splitBulletTasks);
  if (!holdsBulletTasks(node)) return;
  const bullets: OutlineNode[] = [];
  const own: OutlineEntry[] = [];
  for (const entry of node.entries) {
    const last = bullets[bullets.length - 1];
    if (entry.type === 'text' && entry.paragraph.marker !== null) {
      const sign = `-${bullets.length + 1}`;
      const path = node.path === '' ? sign : `${node.path}.${sign}`;
      bullets.push(newNode(entry.paragraph.marker, path, entry.paragraph, node));
    } else {
      (last?.entries ?? own).push(entry);
    }
  }
  node.entries = own;
  node.children = [...bullets, ...node.children];
}

function holdsBulletTasks({ entries }: OutlineNode): boolean {
  const leads = entries.filter((entry) => entry.type === 'field' && entry.field.name === 'lead');
  const firstField = entries.findIndex(({ type }) => type === 'field');
  const before = entries[firstField - 1];
  const field = entries[firstField];
  if (before?.type !== 'text' || before.paragraph.marker === null) return false;
  if (field?.type !== 'field') return false;
  return leads.length > 1 || rankOf(field.field.paragraph.marker) > rankOf(before.paragraph.marker);
}
