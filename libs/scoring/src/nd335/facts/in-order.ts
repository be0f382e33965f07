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

/** What orders an item among its like: its id or time, then everything it says. */
function orderKey(item: unknown): string {
  if (typeof item !== 'object' || item === null) return JSON.stringify(item);
  const named = KEYS.map((key) => (key in item ? String(item[key as keyof typeof item]) : ''));
  return `${named.join('\u0000')}\u0001${JSON.stringify(item)}`;
}

/** The authority's order among equals is a statement, not a set. */
const KEPT = new Set(['order']);

function ordered(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => ordered(item, ''));
    if (KEPT.has(name) || items.length < 2) return items;
    const keyed = items.map((item) => ({ item, key: orderKey(item) }));
    keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    return keyed.map(({ item }) => item);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, ordered(item, key)]));
}

/** The same facts in an order of their own, so that the order in which they came leaves no trace. */
export const inOrder = <Facts>(facts: Facts): Facts => ordered(facts, '') as Facts;
