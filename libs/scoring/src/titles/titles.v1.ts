import { localDate } from '@thidua/kernel';
import type { AnyParameter } from '../nd335/rule-set/parameter';
import type { TitleRules } from './title-rules';

type Words = readonly [vi: string, en: string];
interface Source {
  readonly article: string;
  readonly confidence: AnyParameter['confidence'];
  readonly validFrom?: string;
  readonly validUntil?: string | null;
}

const LAW = 'Luật Thi đua, khen thưởng 2022';
/** The last day before Law 06/2026/QH16 changed the standards, which nobody could confirm yet. */
const LAST_DAY = '2026-09-30';

const cited = <Value>(
  { article, confidence, validFrom = '2024-01-01', validUntil = LAST_DAY }: Source,
  value: Value,
  [vi, en]: Words,
) => ({
  value,
  article,
  meaning:
    confidence === 'L' ? { vi: `${vi} (cần xác nhận)`, en: `${en} (to be confirmed)` } : { vi, en },
  confidence,
  enabled: confidence !== 'L',
  validFrom: localDate(validFrom),
  validUntil: validUntil === null ? null : localDate(validUntil),
  version: 1,
  approver: null,
});

const law = (article: string, confidence: Source['confidence'] = 'H'): Source => ({
  article: `${article} ${LAW}`,
  confidence,
});
const collective = law('Danh hiệu tập thể,', 'M');

const INDIVIDUAL = {
  ldttClass: cited(law('Điều 24'), 'HTT', [
    'Lao động tiên tiến: xếp loại năm thấp nhất',
    'Progressive worker: least class of the year',
  ]),
  ldttConduct: cited(law('Điều 24'), true as const, [
    'Lao động tiên tiến: tự lực, đoàn kết, tích cực tham gia phong trào',
    'Progressive worker: self-reliant, united, active in the movement',
  ]),
  cstdcsStandard: cited(law('Điều 23'), 'HTXS_OR_INITIATIVE', [
    'Chiến sĩ thi đua cơ sở: ngoài tiêu chuẩn Lao động tiên tiến, xếp HTXS hoặc có sáng kiến được cơ sở công nhận',
    'Grassroots emulation fighter: beside the standard of a progressive worker, HTXS or a recognised initiative',
  ]),
  cstdcsQuota: cited(
    { article: 'Thông lệ theo Nghị định 91/2017/NĐ-CP', confidence: 'L', validUntil: null },
    null,
    [
      'Chiến sĩ thi đua cơ sở: tỷ lệ tối đa so với số Lao động tiên tiến',
      'Grassroots emulation fighter: largest share of the progressive workers',
    ],
  ),
} satisfies Partial<TitleRules['parameters']>;

const COLLECTIVE = {
  ttldttClass: cited(collective, 'HTT', [
    'Tập thể lao động tiên tiến: mức xếp loại tổ chức thấp nhất',
    'Progressive collective: least class of the unit',
  ]),
  ttldttOver: cited(collective, '1/2', [
    'Tập thể lao động tiên tiến: trên tỷ lệ này thành viên là Lao động tiên tiến',
    'Progressive collective: more than this share of the members are progressive workers',
  ]),
  collectiveConduct: cited(collective, true as const, [
    'Tập thể: phong trào thường xuyên, nội bộ đoàn kết',
    'Collectives: a regular movement, and unity',
  ]),
  memberDiscipline: cited(collective, 'CANH_CAO', [
    'Tập thể: hình thức kỷ luật nhẹ nhất của thành viên khiến không được xét',
    'Collectives: lightest discipline of a member that bars them',
  ]),
  ttldxsClass: cited(collective, 'HTXS', [
    'Tập thể lao động xuất sắc: mức xếp loại tổ chức thấp nhất',
    'Outstanding collective: least class of the unit',
  ]),
  ttldxsAllComplete: cited(collective, true as const, [
    'Tập thể lao động xuất sắc: 100 % thành viên hoàn thành nhiệm vụ',
    'Outstanding collective: every member completes the tasks',
  ]),
  ttldxsLdttMin: cited(collective, '7/10', [
    'Tập thể lao động xuất sắc: tỷ lệ Lao động tiên tiến tối thiểu',
    'Outstanding collective: least share of progressive workers',
  ]),
  ttldxsCstdcsMin: cited(collective, '1', [
    'Tập thể lao động xuất sắc: số Chiến sĩ thi đua cơ sở tối thiểu',
    'Outstanding collective: least number of grassroots emulation fighters',
  ]),
  flagFirstInBloc: cited(law('Điều 25'), true as const, [
    'Cờ thi đua: dẫn đầu cụm, khối',
    'Emulation flag: first in its bloc',
  ]),
  flagTargetsExceeded: cited(law('Điều 25'), true as const, [
    'Cờ thi đua: hoàn thành vượt mọi chỉ tiêu',
    'Emulation flag: every target exceeded',
  ]),
  flagConduct: cited(law('Điều 25'), true as const, [
    'Cờ thi đua: đoàn kết, đi đầu tiết kiệm, chống lãng phí, tham nhũng',
    'Emulation flag: united, leading in thrift and against corruption',
  ]),
} satisfies Partial<TitleRules['parameters']>;

/** Titles by the law of 2022. From 01/10/2026 on Law 06/2026/QH16 holds: its standards are for the Office to enter. */
export const titlesV1: TitleRules = {
  subject: 'EMULATION_TITLES',
  id: 'DANH_HIEU',
  version: 1,
  title: { vi: 'Danh hiệu thi đua', en: 'Emulation titles' },
  status: 'confirmed',
  validFrom: localDate('2024-01-01'),
  validUntil: null,
  approver: null,
  legalBasis: [
    {
      article: LAW,
      text: {
        vi: 'Tiêu chuẩn danh hiệu; từ 01/10/2026 theo Luật 06/2026/QH16, nội dung cần xác nhận.',
        en: 'Standards of the titles; from 01/10/2026 by Law 06/2026/QH16, to be confirmed.',
      },
    },
  ],
  parameters: {
    ...INDIVIDUAL,
    ...COLLECTIVE,
    awardMoney: cited(
      {
        article: 'Nghị định 152/2025/NĐ-CP',
        confidence: 'H',
        validFrom: '2025-07-01',
        validUntil: '2027-02-28',
      },
      {
        LDTT: '0.3',
        CSTDCS: '1',
        CSTD_TINH: '3',
        CSTD_TQ: '4.5',
        TTLDTT: '0.8',
        TTLDXS: '1.5',
        CO_CHINH_PHU: '12',
      },
      ['Mức tiền thưởng, số lần lương cơ sở', 'Award money in multiples of the base salary'],
    ),
  },
};
