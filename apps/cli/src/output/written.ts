import { parseRational, toDecimalText } from '@thidua/kernel';

/** `2025-10-20` as it is written here: `20/10/2025`. */
export const dayText = (day: string | null | undefined): string | null =>
  day?.split('-').toReversed().join('/') ?? null;

const HO_CHI_MINH_OFFSET_MS = 7 * 3_600_000;

/** An instant (UTC) as the clock on the wall in Vietnam shows it: `20/10/2025 09:00`. */
export function timeText(instant: string): string {
  const local = new Date(Date.parse(instant) + HO_CHI_MINH_OFFSET_MS).toISOString();
  return `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)} ${local.slice(11, 16)}`;
}

/**
 * Decimal text or a fraction the Vietnamese way, with at most `places` decimals: `5/6` is `0,83`, `48750` is `48.750`.
 * The text itself if it is neither.
 */
export function numberText(value: string | number, places = 2): string {
  const number = parseRational(String(value));
  if (number === null) return String(value);
  const [whole = '', decimals = ''] = toDecimalText(number, places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const kept = decimals.replace(/0+$/, '');
  return kept === '' ? grouped : `${grouped},${kept}`;
}

const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤' };

/** `>=` as it is printed. */
export const comparatorText = (comparator: string): string => SIGNS[comparator] ?? comparator;

/** The part of a rate that is written. */
export interface WrittenRate {
  readonly numerator: number;
  readonly denominator: number;
  readonly status: 'shown' | 'noData' | 'belowMinimum';
  readonly percent: string | null;
}

/** `83,33% (5/6)`; too few cases show the two counts only, because a percentage would say more than is known. */
export function rateText({ numerator, denominator, status, percent }: WrittenRate): string {
  if (status === 'noData') return 'không có số liệu';
  const counts = `${numerator}/${denominator}`;
  if (status === 'belowMinimum' || percent === null) return `${counts} (quá ít)`;
  return `${numberText(percent)}% (${counts})`;
}
