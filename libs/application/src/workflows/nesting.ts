/** A definition is five levels deep; its labels may hold a few brackets more. */
const DEPTH_MAX = 40;
const INDENT_MAX = 200;

/**
 * Whether a text is nested so deeply that a YAML parser would need minutes or all memory to say so. Looks at brackets,
 * at markers in a row (`- - -`) and at the width of indentation, each of which a deep nesting needs.
 */
export const isNestedTooDeeply = (text: string): boolean =>
  bracketDepth(text) > DEPTH_MAX || text.split(/\r\n|[\r\n]/).some(isMarkedTooDeeply);

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1));
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
  }
  return deepest;
}

/** What stands before the first letter of a line. */
function isMarkedTooDeeply(line: string): boolean {
  let markers = 0;
  for (let column = 0; column < line.length; column += 1) {
    const character = line.charAt(column);
    if ('-?:'.includes(character)) markers += 1;
    else if (character !== ' ' && character !== '\t') return false;
    if (markers > DEPTH_MAX || column >= INDENT_MAX) return true;
  }
  return false;
}
