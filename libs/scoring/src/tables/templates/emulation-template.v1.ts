import { localDate } from '@thidua/kernel';
import type { EmulationTable } from '../rules/table-rules';
import { open } from './cited-template';

const TABLE = 'Bảng chấm điểm thi đua của tỉnh hoặc của cụm, khối';

/** An empty table: each province writes its own items and numbers, which are entered with the decision that set them. */
export const emulationTemplateV1: EmulationTable = {
  subject: 'EMULATION_TABLE',
  id: 'THI_DUA_MAU',
  version: 1,
  title: {
    vi: 'Bảng chấm điểm thi đua của địa phương (mẫu trống)',
    en: 'Local emulation table (empty template)',
  },
  status: 'proposal',
  validFrom: localDate('2026-01-01'),
  validUntil: null,
  approver: null,
  legalBasis: [
    {
      article: TABLE,
      text: {
        vi: 'Nội dung, thang điểm và mức trần do địa phương quyết định; mẫu không có số nào để dùng ngay.',
        en: 'Items, scale and caps are set locally; the template holds no number that could be used as it is.',
      },
    },
  ],
  parameters: {
    scale: open('1000', TABLE, [
      'Thang điểm, bằng tổng điểm tối đa của các mục',
      'Full marks, the sum of the maxima of the items',
    ]),
    notArisen: open('EXCLUDED', TABLE, [
      'Nội dung không phát sinh: bỏ khỏi bảng (EXCLUDED) hay chấm đủ điểm (FULL_MARKS)',
      'What did not arise: left out (EXCLUDED) or given full marks (FULL_MARKS)',
    ]),
    evidenceRequired: open(true as const, TABLE, [
      'Không có tài liệu kiểm chứng thì mục đó được 0 điểm',
      'Without evidence an item gets nothing',
    ]),
    bonusCap: open('0', TABLE, ['Mức trần của điểm thưởng', 'Cap on the bonus points']),
    penaltyCap: open('0', TABLE, [
      'Mức trần của điểm trừ; tắt thì trừ hết',
      'Cap on the penalty points; while off they are taken in full',
    ]),
  },
  items: [],
  bonuses: [],
  penalties: [],
};
