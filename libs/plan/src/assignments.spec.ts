import { fold, localDate } from '@thidua/kernel';
import { assignmentsOf, awaitsTrigger, headingOf } from './assignments';
import { planDecider } from './plan.decider';
import { draft, FLOW, PLAN_ID, planImported, planIssued } from './testing/plan.fixtures';

const tasks = [
  draft('1', {
    section: 'Tham mưu cấp trên ban hành',
    title: 'Quy chế mẫu',
    product: ['Tờ trình', 'Dự thảo'],
    timeText: 'Quý III',
    due: localDate('2025-09-30'),
    conditional: 'sau khi có hướng dẫn',
    refs: ['80/QĐ-UBND', '12/NQ-HĐND'],
  }),
  draft('2'),
];

describe('the assignments of a plan', () => {
  it('are none before the plan is issued', () => {
    expect(assignmentsOf(planDecider.initialState)).toEqual([]);
    expect(assignmentsOf(fold(planDecider, [planImported({ tasks })]))).toEqual([]);
  });

  it('carry everything the task needs', () => {
    const plan = fold(planDecider, [planImported({ tasks }), planIssued()]);
    expect(assignmentsOf(plan)).toHaveLength(2);
    expect(assignmentsOf(plan)[0]).toEqual({
      taskId: `${PLAN_ID}.1`,
      planId: PLAN_ID,
      no: '1',
      title: 'Quy chế mẫu',
      year: 2025,
      kind: 'one-off',
      leads: [{ unitId: 'vp', role: 'lead' }],
      coordinatingUnitIds: [],
      openPartners: [],
      supervisingLeaderId: null,
      dueOn: '2025-09-30',
      notBefore: null,
      recurrence: null,
      condition: 'sau khi có hướng dẫn',
      awaitsTrigger: true,
      timeText: 'Quý III',
      products: [
        { productId: 'p1', title: 'Tờ trình' },
        { productId: 'p2', title: 'Dự thảo' },
      ],
      sourceDocuments: ['80/QĐ-UBND', '12/NQ-HĐND'],
      workflow: FLOW,
      assignedOn: '2025-01-20',
    });
    expect(headingOf(plan, '1')).toBe('Tham mưu cấp trên ban hành');
    expect(headingOf(plan, '9')).toBeNull();
  });
});

describe('a condition', () => {
  it.each([
    'Sau khi tỉnh ban hành kế hoạch',
    'Thường xuyên, sau khi có hướng dẫn',
    'khi có văn bản của bộ',
    'Theo kế hoạch, hướng dẫn của Sở Nội vụ',
    'theo yêu cầu',
    '(theo hướng dẫn của cấp trên)',
  ])('awaits something to arrive: %s', (condition) => {
    expect(awaitsTrigger(condition)).toBe(true);
  });

  it.each(['nếu có', 'Nếu có phát sinh', 'trong các tháng cuối năm', 'theo kế hoạchh'])(
    'awaits nothing: %s',
    (condition) => {
      expect(awaitsTrigger(condition)).toBe(false);
    },
  );

  it('that is not there awaits nothing', () => {
    expect(awaitsTrigger(null)).toBe(false);
  });
});
