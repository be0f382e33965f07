import { replaceStray } from '@thidua/kernel';

/** Text that is only text on a terminal: what a stranger typed must not steer it. */
export const plainText = (text: string): string =>
  replaceStray(text, () => ' ').replace(/[\t\r]/g, ' ');

const escapedUnit = (unit: string): string =>
  `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The value as JSON of the same meaning, in which nothing steers the terminal it is shown on. */
export const jsonText = (value: unknown, indent?: number): string =>
  replaceStray(JSON.stringify(value, null, indent), escapedUnit);

/** Emoji and East Asian letters fill two cells of a terminal. */
const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Cells on a terminal that the widest line fills; a letter and its marks fill one, composed or not. */
export const cellCount = (text: string): number =>
  Math.max(
    0,
    ...text
      .split('\n')
      .map((line) =>
        [...letters.segment(line)].reduce(
          (sum, { segment }) => sum + (WIDE.test(segment) ? 2 : 1),
          0,
        ),
      ),
  );
