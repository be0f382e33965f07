const KEYS = [
  'id',
  'itemId',
  'stage',
  'period',
  'personId',
  'unitId',
  'quarter',
  'actId',
  'from',
] as const;

type Key = (typeof KEYS)[number];

const isObject = (item: unknown): item is Readonly<Partial<Record<Key, unknown>>> =>
  typeof item === 'object' && item !== null;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const textOf = (item: Readonly<Partial<Record<Key, unknown>>>, key: Key): string =>
  key in item ? String(item[key]) : '';

/** By what orders items among their like: their ids and times. */
function compareNames(a: unknown, b: unknown): number {
  if (!isObject(a) || !isObject(b)) return Number(isObject(a)) - Number(isObject(b));
  for (const key of KEYS) {
    const order = compare(textOf(a, key), textOf(b, key));
    if (order !== 0) return order;
  }
  return 0;
}

/** Text that compares as its JSON does. */
const PLAIN = /^[-\w.:]*$/;

/** By name; among those of one name by everything they say, which is dear to write out and seldom needed. */
function compareItems(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string' && PLAIN.test(a) && PLAIN.test(b)) {
    return compare(a, b);
  }
  return compareNames(a, b) || compare(JSON.stringify(a), JSON.stringify(b));
}

const isSorted = (items: readonly unknown[]): boolean =>
  items.every((item, index) => index === 0 || compareItems(items[index - 1], item) <= 0);

/** The authority's order among equals is a statement, not a set. */
const KEPT = new Set(['order']);

function orderedItems(items: readonly unknown[], name: string): readonly unknown[] {
  const inside = items.map((item) => ordered(item, ''));
  const own = inside.every((item, index) => item === items[index]) ? items : inside;
  return KEPT.has(name) || isSorted(own) ? own : own.toSorted(compareItems);
}

function orderedFields(fields: Readonly<Record<string, unknown>>): object {
  let changed: Record<string, unknown> | null = null;
  for (const key of Object.keys(fields)) {
    const before = fields[key];
    if (typeof before !== 'object') continue;
    const after = ordered(before, key);
    if (after === before) continue;
    changed ??= { ...fields };
    changed[key] = after;
  }
  return changed ?? fields;
}

/** What is in order already is handed back as it is, which most facts are. */
function ordered(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return orderedItems(value, name);
  return isObject(value) ? orderedFields(value) : value;
}

/** The same facts in an order of their own, so that the order in which they came leaves no trace. */
export const inOrder = <Facts>(facts: Facts): Facts => ordered(facts, '') as Facts;
