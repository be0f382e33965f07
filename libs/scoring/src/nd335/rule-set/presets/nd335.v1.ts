import { localDate } from '@thidua/kernel';
import { FORCED_GROUNDS } from '../civil-servant-parameters';
import type { CivilServantRules } from '../rule-set';
import { beside335, decree335 } from './cited';
import { GENERAL_ITEMS } from './general-items';
import { quotaOf } from './quota';

type Parameters = CivilServantRules['parameters'];

const PERIOD_RULES = {
  period: decree335('Điều 3.4, Điều 14.1', 'H', 'MONTH', [
    'Kỳ tính điểm: tháng hoặc quý',
    'Scored by month or by quarter',
  ]),
  generalMax: decree335('Điều 12.2', 'H', '30', [
    'Điểm tối đa của tiêu chí chung',
    'Most points for the general criteria',
  ]),
  taskMax: decree335('Điều 12.3', 'H', '70', [
    'Điểm tối đa của kết quả nhiệm vụ',
    'Most points for task results',
  ]),
  generalItems: decree335('Phụ lục I, Mẫu 01', 'H', GENERAL_ITEMS, [
    'Các tiêu chí chung và điểm tối đa của từng mục',
    'The general criteria and their maxima',
  ]),
  deductQuality: decree335('Điều 14.2.b', 'H', '1/4', [
    'Phần điểm chất lượng của sản phẩm bị trừ mỗi lần có sai sót lớn về nội dung, không âm',
    'Part of a product’s quality points taken off for each major content error, never under zero',
  ]),
  deductLate: decree335('Điều 14.2.c', 'H', '1/4', [
    'Phần điểm tiến độ của sản phẩm bị trừ mỗi lần chậm, không âm',
    'Part of a product’s progress points taken off for each delay, never under zero',
  ]),
  lateUnit: decree335('Điều 14.2.c', 'M', 'OCCURRENCE', [
    'Một lần chậm là một thời hạn còn hiệu lực bị lỡ, không tính theo ngày',
    'A delay is one missed, still valid deadline; days are not counted',
  ]),
  cap: decree335('Điều 12.3', 'M', 'TOTAL_70', [
    'Giới hạn: tổng điểm nhiệm vụ (TOTAL_70) hay từng thành phần 100 % (EACH_100)',
    'Cap: on the task points (TOTAL_70), or on each part at 100 % (EACH_100)',
  ]),
} satisfies Partial<Parameters>;

const LEADER_RULES = {
  leaderLevels: decree335('Điều 15.3', 'H', { low: '50', high: '100' }, [
    'd, đ, e của lãnh đạo, quản lý chỉ nhận một trong hai mức (%)',
    'd, đ and e of leaders take one of two levels only (per cent)',
  ]),
  subordinateBar: decree335('Điều 15.3.a', 'H', '50', [
    'Có người dưới quyền đạt dưới mức này thì d nhận mức thấp',
    'A subordinate’s score under this brings d to the low level',
  ]),
  headCeiling: decree335('Điều 20.6', 'H', true as const, [
    'Người đứng đầu không được xếp cao hơn tổ chức do mình đứng đầu',
    'A head is never classed above the organisation headed',
  ]),
  partyQuarterFlags: beside335('Hướng dẫn 02-HD/BTCTW (22/5/2026)', 'M', { unitDoneMin: '7/10' }, [
    'Tập thể làm dưới tỷ lệ này trong một quý thì người đứng đầu không được xếp HTXS cả năm',
    'A collective that did less than this share in a quarter bars its head from HTXS for the year',
  ]),
} satisfies Partial<Parameters>;

const YEAR_RULES = {
  bands: decree335('Điều 20.1–20.4', 'H', { HTXS: '90', HTT: '70', HT: '50' }, [
    'Điểm thấp nhất của từng mức xếp loại; so sánh không làm tròn',
    'Least points of each class; compared unrounded',
  ]),
  serviceMonthsMin: decree335('Điều 11.1', 'H', '6', [
    'Công tác dưới số tháng này trong năm thì không xếp loại',
    'Under this many months of service in the year there is no class',
  ]),
  unpaidWorkedMonthsMin: decree335('Điều 11.2', 'H', '6', [
    'Nghỉ không lương: số tháng làm việc thực tế tối thiểu để được xếp loại',
    'Unpaid leave: least months actually worked to be classed',
  ]),
  december: decree335('Điều 17.3, Điều 19.2', 'L', 'PROVISIONAL_12' as const, [
    'Tháng 12 khi phải xếp loại trước 15/12: tạm chốt, hoặc chỉ tính tháng 1 đến 11',
    'December when classes are due before 15/12: closed provisionally, or months 1 to 11 only',
  ]),
  forcedGrounds: decree335(
    'Điều 20.4.b–d, Điều 11.3',
    'H',
    [...FORCED_GROUNDS],
    ['Các trường hợp xếp KHT không phụ thuộc điểm', 'What makes the class KHT whatever the points'],
  ),
  disciplineFrom: decree335('Điều 20.4.c', 'H', 'KHIEN_TRACH', [
    'Hình thức kỷ luật nhẹ nhất dẫn đến xếp KHT, với vi phạm liên quan đến công vụ',
    'Lightest discipline that leads to KHT, for an act related to duties',
  ]),
  cstdcsQuota: beside335('Luật Thi đua, khen thưởng (sửa đổi 2026)', 'L', null, [
    'Tỷ lệ Chiến sĩ thi đua cơ sở tối đa',
    'Largest share of grassroots emulation fighters',
  ]),
  ballotThreshold: beside335('Quy chế thi đua, khen thưởng của tỉnh', 'L', null, [
    'Tỷ lệ phiếu tối thiểu của Hội đồng',
    'Least share of votes in the council',
  ]),
} satisfies Partial<Parameters>;

/** Civil servants from 2026 on: 30 points for conduct, 70 for task results. */
export const nd335V1: CivilServantRules = {
  subject: 'CIVIL_SERVANTS',
  id: 'ND335',
  version: 1,
  title: {
    vi: 'Đánh giá, xếp loại công chức theo Nghị định 335/2025/NĐ-CP',
    en: 'Rating of civil servants by Decree 335/2025',
  },
  status: 'confirmed',
  validFrom: localDate('2026-01-01'),
  validUntil: null,
  approver: null,
  legalBasis: [
    {
      article: 'Chương III Nghị định 335/2025/NĐ-CP',
      text: {
        vi: 'Tiêu chí, cách tính điểm và xếp loại chất lượng công chức, từ 01/01/2026.',
        en: 'Criteria, points and classes of civil servants, from 01/01/2026.',
      },
    },
  ],
  parameters: {
    ...PERIOD_RULES,
    ...LEADER_RULES,
    ...YEAR_RULES,
    ...quotaOf('Điều 20.5'),
  },
};
