import { draft, PLAN_ID, planImported, planIssued, target } from '@thidua/plan/testing';
import { specifyProjection } from '../testing';
import { planRegister } from './plan-register.projection';

const { given } = specifyProjection(planRegister);
const warning = { code: 'NO_DATE', line: 7, message: { vi: 'Chưa có ngày', en: 'No date' } };
const imported = planImported({
  tasks: [draft('1'), draft('2'), draft('3')],
  targets: [target('A')],
  warnings: [warning],
});
const dropped = {
  type: 'DraftTaskDropped',
  data: { planId: PLAN_ID, no: '3', reason: 'Không phải nhiệm vụ' },
};

describe('the plan register', () => {
  it('shows an imported plan as a draft, with what the import warned of', () => {
    given(imported).thenRowsMatching({
      [PLAN_ID]: {
        status: 'draft',
        title: 'Kế hoạch mẫu',
        year: 2025,
        number: null,
        fileName: 'ke-hoach.txt',
        taskCount: 3,
        droppedCount: 0,
        targetCount: 1,
        warnings: [warning],
      },
    });
  });

  it('counts dropped drafts apart and keeps the warnings', () => {
    given(imported, dropped).thenRowsMatching({
      [PLAN_ID]: { taskCount: 2, droppedCount: 1, warnings: [warning] },
    });
  });

  it('takes number and date from the issue', () => {
    given(imported, dropped, planIssued()).thenRowsMatching({
      [PLAN_ID]: { status: 'issued', number: '15/KH-SCT', date: '2025-01-20' as never },
    });
  });

  it('refuses an event about a plan nobody imported', () => {
    given(planIssued()).thenPoison(/never imported/);
  });
});
