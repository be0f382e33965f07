import { localDate } from '@thidua/kernel';
import type { HistoricalRules } from '../rule-set';
import { decree90 } from './cited';

const QUOTA = 'Tỷ lệ HTXS';

/** Civil servants up to 2025: conditions instead of points, kept for years that were rated by them. */
export const nd90V1: HistoricalRules = {
  subject: 'CIVIL_SERVANTS_UNTIL_2025',
  id: 'ND90',
  version: 1,
  title: {
    vi: 'Xếp loại công chức theo Nghị định 90/2020/NĐ-CP và 48/2023/NĐ-CP',
    en: 'Rating of civil servants by Decrees 90/2020 and 48/2023',
  },
  status: 'confirmed',
  validFrom: localDate('2020-08-20'),
  validUntil: localDate('2025-12-31'),
  approver: null,
  legalBasis: [
    {
      article: 'Nghị định 90/2020/NĐ-CP, Nghị định 48/2023/NĐ-CP',
      text: {
        vi: 'Hết hiệu lực với công chức từ 01/01/2026; chỉ dùng cho các năm đến 2025.',
        en: 'Repealed for civil servants from 01/01/2026; for years up to 2025 only.',
      },
    },
  ],
  parameters: {
    lackingMax: decree90('Điều 10', 'M', '1/5', [
      'HT: tỷ lệ nhiệm vụ chưa bảo đảm chất lượng, tiến độ hoặc hiệu quả tối đa',
      'HT: largest share of tasks that lack quality, timeliness or effect',
    ]),
    missedOver: decree90('Điều 11', 'M', '1/2', [
      'KHT: trên tỷ lệ này số tiêu chí kết quả không đạt',
      'KHT: more than this share of the result criteria missed',
    ]),
    targetsExceededMin: decree90('Điều 8', 'M', '1/2', [
      'HTXS của lãnh đạo: tỷ lệ chỉ tiêu vượt tối thiểu',
      'HTXS of a leader: least share of targets exceeded',
    ]),
    subUnitsGoodMin: decree90('Điều 8', 'M', '7/10', [
      'HTXS của lãnh đạo: tỷ lệ đơn vị trực thuộc từ HTT trở lên',
      'HTXS of a leader: least share of sub-units at HTT or above',
    ]),
    targetsOnTimeMin: decree90('Điều 9', 'M', '4/5', [
      'HTT của lãnh đạo: tỷ lệ chỉ tiêu đúng tiến độ, chất lượng tối thiểu',
      'HTT of a leader: least share of targets on time and of quality',
    ]),
    targetsDoneMin: decree90('Điều 10', 'M', '7/10', [
      'HT của lãnh đạo: tỷ lệ chỉ tiêu hoàn thành tối thiểu',
      'HT of a leader: least share of targets done',
    ]),
    targetsNotDoneBelow: decree90('Điều 11', 'M', '1/2', [
      'KHT của lãnh đạo: hoàn thành dưới tỷ lệ này',
      'KHT of a leader: less than this share of targets done',
    ]),
    serviceMonthsMin: decree90('Điều 2', 'M', '6', [
      'Công tác dưới số tháng này trong năm thì không xếp loại',
      'Under this many months of service there is no class',
    ]),
    absentMonthsFrom: decree90('Điều 2', 'M', '3', [
      'Nghỉ từ số tháng này đến dưới 6 tháng: xếp loại nhưng không từ HTT trở lên',
      'From this many months off, up to under six: rated, but HT at most',
    ]),
    quotaShare: decree90(QUOTA, 'M', '1/5', [
      'Tỷ lệ HTXS tối đa so với số HTT, theo tỷ lệ của Đảng',
      'Largest share of HTXS of those rated HTT, as the Party’s',
    ]),
    quotaShareMax: decree90(QUOTA, 'M', '1/5', [
      'Tỷ lệ tối đa cấp có thẩm quyền được quyết định',
      'Largest share an authority may decide on',
    ]),
    quotaBase: decree90(QUOTA, 'M', 'LITERAL', ['Mẫu số của tỷ lệ', 'Base of the share']),
    quotaRound: decree90(QUOTA, 'M', 'FLOOR', ['Luôn làm tròn xuống', 'Always rounded down']),
  },
};
