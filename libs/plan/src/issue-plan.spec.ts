import { specify } from '@thidua/kernel/testing';
import { planDecider } from './plan.decider';
import { planEvents } from './plan.events';
import {
  deputyDirector,
  divisionHead,
  draft,
  issuePlan,
  PLAN_ID,
  planContext,
  planImported,
  planIssued,
  resolution,
} from './testing/plan.fixtures';

const given = specify(planDecider, planContext);
const unresolved = (written: string) =>
  resolution({ leads: [], problems: [{ field: 'lead', written }] });

describe('issuing a plan', () => {
  it('is refused to heads of divisions', () => {
    given(planImported())
      .when(issuePlan(), { actor: divisionHead })
      .thenRejected('PLAN_KEEPER_ONLY');
  });

  it('is refused without a number or a date', () => {
    given(planImported())
      .when(issuePlan({ number: null }))
      .thenRejected('PLAN_NUMBER_MISSING');
    given(planImported())
      .when(issuePlan({ date: null }))
      .thenRejected('PLAN_DATE_MISSING');
  });

  it('is refused when no task is left', () => {
    given(planImported({ tasks: [] }))
      .when(issuePlan())
      .thenRejected('PLAN_HAS_NO_TASKS');
  });

  it('is refused while a lead cannot be told, with all numbers and written names', () => {
    const resolutions = { '1': unresolved('Phòng X'), '2': unresolved('Phòng Y') };
    given(planImported())
      .when(issuePlan(), { resolutions })
      .thenRejected('LEAD_NOT_RESOLVED', { numbers: ['1', '2'], written: ['Phòng X', 'Phòng Y'] });
  });

  it('is refused when one of several leads cannot be told', () => {
    const problems = [{ field: 'lead' as const, written: 'Phòng X' }];
    given(planImported())
      .when(issuePlan(), { resolutions: { '1': resolution({ problems }), '2': resolution() } })
      .thenRejected('LEAD_NOT_RESOLVED', { numbers: ['1'], written: ['Phòng X'] });
  });

  it('is refused when nobody is named as lead, or the lead is still open', () => {
    given(planImported({ tasks: [draft('1', { lead: [] })] }))
      .when(issuePlan(), { resolutions: { '1': resolution({ leads: [] }) } })
      .thenRejected('LEAD_NOT_RESOLVED', { numbers: ['1'], written: [] });
    const open = resolution({ leads: [], openPartners: ['Các phòng liên quan'] });
    given(planImported({ tasks: [draft('1', { lead: ['Các phòng liên quan'] })] }))
      .when(issuePlan(), { resolutions: { '1': open } })
      .thenRejected('LEAD_NOT_RESOLVED', { written: ['Các phòng liên quan'] });
  });

  it.each(['1', 'constructor'])('is refused when number %s was never looked up', (no) => {
    given(planImported({ tasks: [draft(no)] }))
      .when(issuePlan(), { resolutions: {} })
      .thenRejected('LEAD_NOT_RESOLVED', { numbers: [no], written: ['Văn phòng Sở'] });
  });

  it('is refused a second time under another number, and changes nothing under the same', () => {
    given(planImported(), planIssued())
      .when(issuePlan({ number: '16/KH-SCT' }))
      .thenRejected('PLAN_ALREADY_ISSUED', { number: '15/KH-SCT', date: '2025-01-20' });
    given(planImported(), planIssued())
      .when(issuePlan({ workflow: { id: 'default', version: 2 } }))
      .thenRejected('PLAN_ALREADY_ISSUED');
    given(planImported(), planIssued()).when(issuePlan()).thenNothing();
  });

  it('binds every remaining task with its id', () => {
    given(planImported()).when(issuePlan(), { actor: deputyDirector }).then(planIssued());
    const dropped = {
      type: 'DraftTaskDropped',
      data: { planId: PLAN_ID, no: '1', reason: 'là căn cứ' },
    } as const;
    given(planImported(), dropped)
      .when(issuePlan(), { resolutions: { '2': resolution() } })
      .thenMatching({ type: 'PlanIssued', data: { assignments: [{ no: '2' }] } });
  });

  it('takes number and date from the paper when the command gives none', () => {
    const paper = { number: '7/KH-SCT', date: planContext.on };
    given(planImported(paper))
      .when(issuePlan({ number: null, date: null }))
      .thenMatching({ type: 'PlanIssued', data: paper });
  });

  it('leaves no lead coordinating and gives each lead one role', () => {
    const found = resolution({
      leads: [
        { unitId: 'vp', role: 'lead' },
        { unitId: 'qlcn', role: 'lead' },
        { unitId: 'vp', role: 'focal' },
      ],
      coordinatingUnitIds: ['qlcn', 'qltm', 'qltm'],
    });
    given(planImported({ tasks: [draft('1')] }))
      .when(issuePlan(), { resolutions: { '1': found } })
      .thenMatching({
        type: 'PlanIssued',
        data: {
          assignments: [
            {
              leads: [
                { unitId: 'vp', role: 'focal' },
                { unitId: 'qlcn', role: 'lead' },
              ],
              coordinatingUnitIds: ['qltm'],
            },
          ],
        },
      });
  });

  it('keeps coordinating names the directory does not know as open partners', () => {
    const found = resolution({
      openPartners: ['Các đơn vị liên quan'],
      problems: [{ field: 'coordinating', written: 'Sở Tư pháp' }],
    });
    given(planImported({ tasks: [draft('1')] }))
      .when(issuePlan(), { resolutions: { '1': found } })
      .thenMatching({
        type: 'PlanIssued',
        data: { assignments: [{ openPartners: ['Các đơn vị liên quan', 'Sở Tư pháp'] }] },
      });
  });

  it('records what its schema allows', () => {
    expect(planEvents.PlanIssued.data.safeParse(planIssued().data).success).toBe(true);
    const state = planDecider.evolve(planDecider.initialState, planImported());
    const [event] = planDecider.decide(issuePlan(), state, planContext);
    expect(planEvents.PlanIssued.data.safeParse(event?.data).success).toBe(true);
  });
});
