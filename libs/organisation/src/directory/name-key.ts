import { foldForComparison } from '@thidua/kernel';

/**
 * The form in which unit names are looked up: the kernel's folding, without spaces around dashes and before commas, and
 * without a closing full stop. "d" and "đ" stay different, and nothing is matched by substring.
 */
export const nameKey = (written: string): string =>
  foldForComparison(written)
    .replace(/\s*-\s*/g, '-')
    .replace(/\s*,\s*/g, ', ')
    .replace(/[\s.;:,]+$/, '');
