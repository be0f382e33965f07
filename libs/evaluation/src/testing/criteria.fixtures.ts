import { localDate } from '@thidua/kernel';
import type { CriteriaEvent, CriterionStage } from '../criteria/criteria.events';

export const SHEET_ID = 'cchc.2026';
const own = { sheetId: SHEET_ID };
export const criteriaDay = localDate('2026-11-30');

/** 1.1 of qlcn, 2 that only the survey marks, and 3 that nobody answers for by name. */
export const criteriaOpened = (): Extract<CriteriaEvent, { type: 'CriteriaSheetOpened' }> => ({
  type: 'CriteriaSheetOpened',
  data: {
    ...own,
    year: 2026,
    title: 'Bảng tự chấm mẫu',
    ruleSet: { id: 'CCHC.mau', version: 1, hash: 'h1' },
    criteria: [
      { criterionId: '1.1', title: 'Kế hoạch', max: '20', surveyMax: '0', unitId: 'qlcn' },
      { criterionId: '2', title: 'Hài lòng', max: '0', surveyMax: '10', unitId: null },
      { criterionId: '3', title: 'Thủ tục mới', max: '5', surveyMax: '0', unitId: null },
    ],
    notArisen: 'EXCLUDED',
    evidenceRequired: true,
    openedOn: criteriaDay,
  },
});

export const criterionScored = (
  criterionId: string,
  stage: CriterionStage,
  points: string,
): CriteriaEvent => ({
  type: 'CriterionScored',
  data: { ...own, criterionId, stage, points, reason: 'theo báo cáo', scoredOn: criteriaDay },
});

export const evidenceLinked = (criterionId = '1.1', taskId = 'nv-1'): CriteriaEvent => ({
  type: 'EvidenceLinked',
  data: {
    ...own,
    criterionId,
    evidence: { document: null, taskId, productId: null, sha256: null },
    linkedOn: criteriaDay,
  },
});

export const criterionNotArisen = (): CriteriaEvent => ({
  type: 'CriterionNotArisen',
  data: { ...own, criterionId: '3', reason: 'không có thủ tục', recordedOn: criteriaDay },
});

/** A sheet from its opening to its closing, with every type of event. */
export const closedSheet = (): readonly CriteriaEvent[] => [
  criteriaOpened(),
  evidenceLinked(),
  criterionScored('1.1', 'self', '20'),
  criterionScored('1.1', 'appraised', '18'),
  criterionScored('1.1', 'final', '37/2'),
  criterionScored('2', 'survey', '8'),
  criterionNotArisen(),
  { type: 'CriteriaSheetClosed', data: { ...own, closedOn: criteriaDay } },
];
