/** One page of a list. `next` is the cursor of the following page, null on the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface PageRequest {
  /** Cursor from the page before; the first page when left out. */
  readonly after?: string | null;
  /** Items at most, 1 to 1000; 100 when left out. */
  readonly limit?: number;
}

const LIMIT_MAX = 1000;

/** @throws RangeError when the limit is outside 1 to 1000. */
export function pageLimit({ limit = 100 }: PageRequest): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMIT_MAX) {
    throw new RangeError(`A page holds 1 to ${LIMIT_MAX} items, not ${limit}`);
  }
  return limit;
}

/** Cuts one item more than asked for into a page: the extra one only tells that there is a next page. */
export function toPage<Item>(
  found: readonly Item[],
  limit: number,
  cursorOf: (item: Item) => string,
): Page<Item> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? cursorOf(last) : null };
}
