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

/** What orders an item among its like: its id or time. */
function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return '';
  let name = '';
  for (const key of KEYS) {
    name += key in item ? `${String(item[key as keyof typeof item])}\u0000` : '\u0000';
  }
  return name;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By name; among those of one name by everything they say, which is dear to write out and seldom needed. */
function sorted(items: readonly unknown[]): unknown[] {
  const named = items.map((item) => ({ item, name: nameOf(item) }));
  named.sort(
    (a, b) => compare(a.name, b.name) || compare(JSON.stringify(a.item), JSON.stringify(b.item)),
  );
  return named.map(({ item }) => item);
}

/** The authority's order among equals is a statement, not a set. */
const KEPT = new Set(['order']);

function ordered(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => ordered(item, ''));
    if (KEPT.has(name) || items.length < 2) return items;
    return sorted(items);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, ordered(item, key)]));
}

/** The same facts in an order of their own, so that the order in which they came leaves no trace. */
export const inOrder = <Facts>(facts: Facts): Facts => ordered(facts, '') as Facts;
