import { localDate } from '@thidua/kernel';
import type { OrganisationRules } from '../rule-set';
import { beside335, decree335 } from './cited';
import { quotaOf } from './quota';

/** Units from 2026 on. The province sets the criteria (article 7.2), so marks come in as facts. */
export const nd335OrgV1: OrganisationRules = {
  subject: 'ORGANISATIONS',
  id: 'ND335_ORG',
  version: 1,
  title: {
    vi: 'Đánh giá, xếp loại tổ chức theo Nghị định 335/2025/NĐ-CP',
    en: 'Rating of organisations by Decree 335/2025',
  },
  status: 'confirmed',
  validFrom: localDate('2026-01-01'),
  validUntil: null,
  approver: null,
  legalBasis: [
    {
      article: 'Chương II Nghị định 335/2025/NĐ-CP',
      text: {
        vi: 'Tiêu chí và xếp loại tổ chức; điểm thành phần do UBND tỉnh quy định (Điều 7.2).',
        en: 'Criteria and classes of organisations; the province sets the marks (article 7.2).',
      },
    },
  ],
  parameters: {
    generalMax: decree335('Điều 6', 'H', '30', [
      'Điểm tối đa của tiêu chí chung',
      'Most points for the general criteria',
    ]),
    resultMax: decree335('Điều 7.1', 'H', '70', [
      'Điểm tối đa của kết quả nhiệm vụ',
      'Most points for results',
    ]),
    bands: decree335('Điều 8.1–8.4', 'H', { HTXS: '90', HTT: '70', HT: '50' }, [
      'Điểm thấp nhất của từng mức xếp loại; so sánh không làm tròn',
      'Least points of each class; compared unrounded',
    ]),
    exceedMin: decree335('Điều 8.1', 'H', '3/10', [
      'HTXS: tỷ lệ nhiệm vụ vượt mức tối thiểu',
      'HTXS: least share of tasks that exceed',
    ]),
    lateMax: decree335('Điều 8.3', 'H', '1/5', [
      'HT: tỷ lệ nhiệm vụ chậm tiến độ tối đa',
      'HT: largest share of tasks behind schedule',
    ]),
    notCompletedBelow: decree335('Điều 8.4', 'H', '7/10', [
      'Hoàn thành dưới tỷ lệ này thì xếp KHT',
      'Less than this share of tasks done means KHT',
    ]),
    ...quotaOf('Điều 8.5'),
    reportWindow: beside335('Điều 12 Nghị định 09/2019/NĐ-CP', 'M', '15_14', [
      'Kỳ báo cáo: từ ngày 15 tháng trước đến ngày 14, hay theo tháng dương lịch',
      'Reporting month: from the 15th to the 14th, or the calendar month',
    ]),
    denominator: beside335('Thực tiễn báo cáo của Chính phủ và các tỉnh', 'H', 'DUE', [
      'Tỷ lệ hoàn thành nêu trước: trên số đến hạn hay trên tổng số có hạn; luôn nêu cả hai',
      'Completion rate named first: of what was due or of all with a deadline; both are shown',
    ]),
  },
};
