import type { Spread } from '../measure/spread';

/** A table with a head, one line a row. */
export const markdownTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** `1.96 (1.59..2.34)` */
export const ratioText = ({ median, min, max }: Spread): string =>
  `${median.toFixed(2)} (${min.toFixed(2)}..${max.toFixed(2)})`;

/** `9,146 (8,001..9,900)` */
export const rateText = ({ median, min, max }: Spread): string =>
  `${wholeText(median)} (${wholeText(min)}..${wholeText(max)})`;

export const wholeText = (value: number): string => Math.round(value).toLocaleString('en-US');
