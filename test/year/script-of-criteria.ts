import { reformTemplateV1 } from '@thidua/scoring';
import { act, paper, type Act } from './act';
import { INDUSTRY, OFFICE } from './people';

const SHEET = 'criteria-sheets/cchc.2025';

const criterion = (id: string, unitId: string) => ({
  ...{ kind: 'FIXED', id, title: { vi: `Tiêu chí ${id}`, en: `Criterion ${id}` }, max: '10' },
  ...{ unitId, article: 'Mục 1', confidence: 'M' },
});

/** The self-scoring of administrative reform: one criterion proved by a task and a paper, one that nobody proved. */
export const ACTS_OF_CRITERIA: readonly Act[] = [
  act('2025-12-01', OFFICE, SHEET, {
    year: 2025,
    ruleSet: { ...reformTemplateV1, items: [criterion('1', 'qlcn'), criterion('2', 'qlnl')] },
  }),
  act('2025-12-02', INDUSTRY, `${SHEET}/link-evidence`, {
    criterionId: '1',
    evidence: {
      ...{ document: paper('66/BB-SCT', '2025-10-16'), taskId: '{sample}.3.7' },
      ...{ productId: 'p1', sha256: null },
    },
  }),
  act('2025-12-03', INDUSTRY, `${SHEET}/score-criterion`, {
    ...{ criterionId: '1', stage: 'self', points: '10', reason: 'Đã hỗ trợ đủ cơ sở' },
  }),
];
