import { localDate } from '@thidua/kernel';
import type { LegalBasis, RuleSet } from '../rule-set';

const law = (vi: string, en: string): LegalBasis => ({ nature: 'law', text: { vi, en } });
const proposal = (vi: string, en: string): LegalBasis => ({ nature: 'proposal', text: { vi, en } });

const EQUAL_WEIGHT = proposal(
  'Đề xuất: mỗi nhiệm vụ chủ trì là một sản phẩm có hệ số K = 1; chỉ tính nhiệm vụ đã hoàn thành hoặc đã quá hạn, nhiệm vụ chưa đến hạn được liệt kê và không tính.',
  'Proposal: each led task is one product with K = 1; tasks that are done or overdue are counted, those not due yet are listed and not counted.',
);
const APPLIED_TO_UNITS = proposal(
  'Đề xuất: công thức dành cho công chức được áp dụng cho nhiệm vụ của đơn vị.',
  'Proposal: the formula for civil servants is applied to the tasks of a unit.',
);
const weight = (points: string): LegalBasis =>
  proposal(`Đề xuất: trọng số ${points} điểm.`, `Proposal: a weight of ${points} points.`);

const TASK_ITEMS: RuleSet['items'] = [
  {
    kind: 'RATIO',
    id: 'quantity',
    title: { vi: 'Số lượng', en: 'Quantity' },
    measure: 'taskQuantity',
    max: '25',
    deductPerTime: null,
    legalBasis: [
      law(
        'Nghị định 335/2025/NĐ-CP, Điều 14.2.a: khối lượng được nghiệm thu trên khối lượng được giao.',
        'Decree 335/2025/NĐ-CP, article 14.2.a: accepted quantity of assigned quantity.',
      ),
      APPLIED_TO_UNITS,
      EQUAL_WEIGHT,
      weight('25'),
    ],
    confidence: 'M',
    enabled: true,
  },
  {
    kind: 'RATIO',
    id: 'quality',
    title: { vi: 'Chất lượng', en: 'Quality' },
    measure: 'taskQuality',
    max: '25',
    deductPerTime: '1/4',
    legalBasis: [
      law(
        'Nghị định 335/2025/NĐ-CP, Điều 14.2.b: trừ 25 % mỗi lần có sai sót lớn về nội dung.',
        'Decree 335/2025/NĐ-CP, article 14.2.b: 25 % off for each major content error.',
      ),
      proposal(
        'Đề xuất: điểm của một nhiệm vụ không thấp hơn 0.',
        'Proposal: a task never falls under 0.',
      ),
      APPLIED_TO_UNITS,
      EQUAL_WEIGHT,
      weight('25'),
    ],
    confidence: 'M',
    enabled: true,
  },
  {
    kind: 'RATIO',
    id: 'progress',
    title: { vi: 'Tiến độ', en: 'Progress' },
    measure: 'taskProgress',
    max: '25',
    deductPerTime: '1/4',
    legalBasis: [
      law(
        'Nghị định 335/2025/NĐ-CP, Điều 14.2.c: trừ 25 % mỗi lần chậm, trừ nguyên nhân khách quan được cấp có thẩm quyền xác nhận.',
        'Decree 335/2025/NĐ-CP, article 14.2.c: 25 % off for each delay, objective causes confirmed by the authority left out.',
      ),
      proposal(
        'Đề xuất: mỗi thời hạn còn hiệu lực bị lỡ là một lần chậm, không tính theo ngày; điểm của một nhiệm vụ không thấp hơn 0.',
        'Proposal: each missed, still valid deadline is one delay, days are not counted; a task never falls under 0.',
      ),
      APPLIED_TO_UNITS,
      EQUAL_WEIGHT,
      weight('25'),
    ],
    confidence: 'M',
    enabled: true,
  },
];

const SIDE_ITEMS: RuleSet['items'] = [
  {
    kind: 'RATIO',
    id: 'reporting',
    title: { vi: 'Chế độ báo cáo', en: 'Reporting discipline' },
    measure: 'reporting',
    max: '15',
    deductPerTime: null,
    legalBasis: [
      proposal(
        'Đề xuất: báo cáo tháng đúng hạn, kể cả báo cáo không phát sinh, trên số báo cáo phải nộp.',
        'Proposal: monthly reports in time, nil reports included, of those due.',
      ),
      weight('15'),
    ],
    confidence: 'M',
    enabled: true,
  },
  {
    kind: 'RATIO',
    id: 'coordination',
    title: { vi: 'Phối hợp', en: 'Coordination' },
    measure: 'coordination',
    max: '10',
    deductPerTime: null,
    legalBasis: [
      proposal(
        'Đề xuất: đề nghị phối hợp được trả lời đúng hạn trên số đề nghị đã đến hạn; chỉ tính đề nghị có ghi nhận.',
        'Proposal: requests answered in time of those due; only recorded requests count.',
      ),
      weight('10'),
    ],
    confidence: 'M',
    enabled: true,
  },
];

/**
 * A first rule set for units: timeliness and quality with the deductions of decree 335/2025, article 14.2, beside
 * reporting discipline and coordination. The weights are nobody's law: it stays a proposal until the Office confirms it.
 */
export const unitTaskResultsV1: RuleSet = {
  id: 'UNIT_TASK_RESULTS',
  version: 1,
  title: { vi: 'Kết quả thực hiện nhiệm vụ của đơn vị', en: 'Task results of a unit' },
  status: 'proposal',
  validFrom: localDate('2025-01-01'),
  validUntil: null,
  legalBasis: [
    law(
      'Nghị định 335/2025/NĐ-CP, Điều 14.2: số lượng, chất lượng, tiến độ của sản phẩm, công việc.',
      'Decree 335/2025/NĐ-CP, article 14.2: quantity, quality and progress of products.',
    ),
    proposal(
      'Cần xác nhận: bộ tiêu chí, trọng số và cách áp dụng cho đơn vị; tiêu chí của tổ chức do UBND tỉnh quy định (Điều 7.2). Năm 2025 dùng để chạy thử, vì Nghị định có hiệu lực từ 01/01/2026.',
      'To be confirmed: the criteria, the weights and their use for units; criteria of organisations are set by the province (article 7.2). For 2025 it is a trial, as the decree is in force from 01/01/2026.',
    ),
  ],
  scale: '100',
  items: [...TASK_ITEMS, ...SIDE_ITEMS],
  bonuses: { cap: '0', items: [] },
  penalties: { cap: '0', items: [] },
  bands: null,
  minimumN: 3,
  rankingGroups: [
    {
      id: 'divisions',
      title: { vi: 'Các phòng chuyên môn', en: 'Divisions' },
      kinds: ['division'],
      flag: null,
    },
    {
      id: 'office',
      title: { vi: 'Văn phòng Sở', en: 'Office' },
      kinds: ['office'],
      flag: {
        vi: 'Xếp riêng vì chủ trì nhiều nhiệm vụ tổng hợp',
        en: 'Apart because it leads many compiling tasks',
      },
    },
    {
      id: 'sub-departments',
      title: { vi: 'Chi cục', en: 'Sub-departments' },
      kinds: ['sub-department'],
      flag: { vi: 'Xếp riêng với các phòng', en: 'Apart from the divisions' },
    },
  ],
};
