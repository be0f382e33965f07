import type { Label } from '../label';

/** Best first. HTXS hoàn thành xuất sắc, HTT hoàn thành tốt, HT hoàn thành, KHT không hoàn thành nhiệm vụ. */
export const RATED_CLASSES = ['HTXS', 'HTT', 'HT', 'KHT'] as const;
export type RatedClass = (typeof RATED_CLASSES)[number];

export const CLASS_TITLES: Readonly<Record<RatedClass, Label>> = {
  HTXS: { vi: 'Hoàn thành xuất sắc nhiệm vụ', en: 'Tasks completed excellently' },
  HTT: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Tasks completed well' },
  HT: { vi: 'Hoàn thành nhiệm vụ', en: 'Tasks completed' },
  KHT: { vi: 'Không hoàn thành nhiệm vụ', en: 'Tasks not completed' },
};

const placeOf = (rated: RatedClass): number => RATED_CLASSES.indexOf(rated);

/** Negative when `a` is the better class. */
export const compareClasses = (a: RatedClass, b: RatedClass): number => placeOf(a) - placeOf(b);

export const lowerClass = (a: RatedClass, b: RatedClass): RatedClass =>
  compareClasses(a, b) >= 0 ? a : b;

export const isAtLeast = (rated: RatedClass, bar: RatedClass): boolean =>
  compareClasses(rated, bar) <= 0;
