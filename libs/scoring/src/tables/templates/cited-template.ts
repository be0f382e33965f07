import { localDate } from '@thidua/kernel';
import type { AnyParameter } from '../../nd335/rule-set/parameter';

/** A rule of a template: what the province decides is off until it is entered with its decision. */
export const open = <Value>(
  value: Value,
  article: string,
  [vi, en]: readonly [vi: string, en: string],
): Omit<AnyParameter, 'value'> & { readonly value: Value } => ({
  value,
  article,
  meaning: { vi: `${vi} (cần xác nhận)`, en: `${en} (to be confirmed)` },
  confidence: 'L',
  enabled: false,
  validFrom: localDate('2026-01-01'),
  validUntil: null,
  version: 1,
  approver: null,
});

/** A rule that one good source confirms. */
export const known = <Value>(
  value: Value,
  article: string,
  [vi, en]: readonly [vi: string, en: string],
): Omit<AnyParameter, 'value'> & { readonly value: Value } => ({
  ...open(value, article, [vi, en]),
  meaning: { vi, en },
  confidence: 'M',
  enabled: true,
});
