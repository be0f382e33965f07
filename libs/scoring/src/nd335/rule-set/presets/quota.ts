import type { QuotaRules } from '../rule-set';
import { decree335 } from './cited';

/** The share of HTXS by one article of Decree 335/2025. */
export const quotaOf = (article: string): QuotaRules => ({
  quotaShare: decree335(article, 'H', '1/5', [
    'Tỷ lệ HTXS tối đa so với số HTT',
    'Largest share of HTXS, of those rated HTT',
  ]),
  quotaShareMax: decree335(article, 'H', '1/4', [
    'Tỷ lệ tối đa khi tổ chức có thành tích xuất sắc và cấp có thẩm quyền quyết định',
    'Largest share an authority may decide on for an outstanding organisation',
  ]),
  quotaBase: decree335(article, 'H', 'LITERAL', [
    'Mẫu số của tỷ lệ: chỉ người xếp HTT (LITERAL) hay cả HTXS (HTT_OR_ABOVE)',
    'Base of the share: those rated HTT only (LITERAL), or HTXS too (HTT_OR_ABOVE)',
  ]),
  quotaRound: decree335(article, 'M', 'FLOOR', ['Luôn làm tròn xuống', 'Always rounded down']),
});
