import type { LocalDate } from '@thidua/kernel';

/** `24/11/2026`, as papers write it. */
export const vietnameseDate = (day: LocalDate): string => day.split('-').toReversed().join('/');
