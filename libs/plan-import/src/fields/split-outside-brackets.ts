/**
 * Cuts a list at the dividers that stand outside brackets. `dividerAt` gives the length of a divider at a place, 0 where
 * the list is not to be cut.
 */
export function splitOutsideBrackets(
  list: string,
  dividerAt: (list: string, index: number) => number,
): string[] {
  const pieces: string[] = [];
  let [depth, start] = [0, 0];
  for (let index = 0; index < list.length; index += 1) {
    depth = depthAfter(depth, list[index]);
    const divider = depth === 0 ? dividerAt(list, index) : 0;
    if (divider === 0) continue;
    pieces.push(list.slice(start, index));
    start = index + divider;
  }
  return [...pieces, list.slice(start)];
}

/** A closing bracket that was never opened changes nothing. */
function depthAfter(depth: number, letter: string | undefined): number {
  if (letter === '(') return depth + 1;
  return letter === ')' ? Math.max(depth - 1, 0) : depth;
}
