import { localDate } from '@thidua/kernel';
import type { AnyParameter } from '../parameter';

type Shipped<Value> = Omit<AnyParameter, 'value'> & { readonly value: Value };

interface Source {
  readonly article: string;
  readonly confidence: AnyParameter['confidence'];
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** A parameter as shipped: what nobody confirmed (L) is off and says so. */
function cited<Value>(source: Source, value: Value, vi: string, en: string): Shipped<Value> {
  const isOpen = source.confidence === 'L';
  return {
    value,
    article: source.article,
    meaning: isOpen ? { vi: `${vi} (cần xác nhận)`, en: `${en} (to be confirmed)` } : { vi, en },
    confidence: source.confidence,
    enabled: !isOpen,
    validFrom: localDate(source.validFrom),
    validUntil: source.validUntil === null ? null : localDate(source.validUntil),
    version: 1,
    approver: null,
  };
}

type Cite = <Value>(
  article: string,
  confidence: Source['confidence'],
  value: Value,
  meaning: readonly [vi: string, en: string],
) => Shipped<Value>;

const citing =
  (decree: string, validFrom: string, validUntil: string | null): Cite =>
  (article, confidence, value, [vi, en]) =>
    cited(
      { article: `${article} ${decree}`.trim(), confidence, validFrom, validUntil },
      value,
      vi,
      en,
    );

/** Cites Decree 335/2025, in force from 2026 on. */
export const decree335 = citing('Nghị định 335/2025/NĐ-CP', '2026-01-01', null);

/** Cites Decree 90/2020 as amended by 48/2023, for years up to 2025. */
export const decree90 = citing(
  'Nghị định 90/2020/NĐ-CP (sửa đổi: 48/2023/NĐ-CP)',
  '2020-08-20',
  '2025-12-31',
);

/** Cites a source other than the two decrees, for years from 2026 on. */
export const beside335 = citing('', '2026-01-01', null);
