import { setImmediate as turn } from 'node:timers/promises';

/**
 * Loads the items page by page, in their order, and has each page on its way while the one before it is worked on: the
 * database reads meanwhile. At most two pages are in memory.
 * @param size items of a page, at least 1.
 * @throws what `load` rejects with, where the page is taken.
 */
export async function* pagesAhead<Item, Page>(
  items: readonly Item[],
  size: number,
  load: (items: readonly Item[]) => Promise<Page>,
): AsyncGenerator<Page> {
  const pageFrom = (from: number): Promise<Page> | null => {
    if (from >= items.length) return null;
    const page = load(items.slice(from, from + size));
    page.catch(() => undefined);
    return page;
  };
  let coming = pageFrom(0);
  for (let next = size; coming !== null; next += size) {
    const page = await coming;
    coming = pageFrom(next);
    // Whoever takes the page may compute for long without a pause; by then the question for the next one has to be sent.
    await turn();
    yield page;
  }
}
