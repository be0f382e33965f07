import { localDate } from '@thidua/kernel';
import type { ReformSheetRules } from '../rules/table-rules';
import { known, open } from './cited-template';

const FRAME = 'Quyết định 876/QĐ-BNV (10/11/2022)';
const LOCAL = 'Quyết định của tỉnh về chỉ số cải cách hành chính của sở';

/** An empty sheet for the self-scoring of administrative reform; the province sets criteria and points. */
export const reformTemplateV1: ReformSheetRules = {
  subject: 'REFORM_SHEET',
  id: 'CCHC_MAU',
  version: 1,
  title: {
    vi: 'Bảng tự chấm điểm cải cách hành chính (mẫu trống)',
    en: 'Self-scoring of administrative reform (empty template)',
  },
  status: 'proposal',
  validFrom: localDate('2026-01-01'),
  validUntil: null,
  approver: null,
  legalBasis: [
    {
      article: FRAME,
      text: {
        vi: 'Khung xác định chỉ số: tự chấm, thẩm định và điều tra xã hội học; tỉnh quy định bộ tiêu chí của sở.',
        en: 'The frame: self-scoring, appraisal and a survey; the province sets the criteria of its departments.',
      },
    },
  ],
  parameters: {
    scale: open('100', LOCAL, [
      'Tổng điểm tối đa, gồm điểm chấm và điểm điều tra',
      'Full marks, those of the survey included',
    ]),
    notArisen: open('EXCLUDED', LOCAL, [
      'Tiêu chí không phát sinh: bỏ khỏi mẫu số (EXCLUDED) hay chấm đủ điểm (FULL_MARKS)',
      'A criterion that did not arise: left out (EXCLUDED) or given full marks (FULL_MARKS)',
    ]),
    evidenceRequired: known(true as const, FRAME, [
      'Không có tài liệu kiểm chứng thì tiêu chí được 0 điểm',
      'Without evidence a criterion gets nothing',
    ]),
    indexStage: known('APPRAISED', FRAME, [
      'Chỉ số = (điểm thẩm định + điểm điều tra) / điểm tối đa áp dụng × 100',
      'Index = (appraised + survey) / maximum that applies × 100',
    ]),
  },
  items: [],
};
