import { localDate } from '@thidua/kernel';
import { specify } from '@thidua/kernel/testing';
import {
  deputyDirector,
  divisionHead,
  draft,
  importData,
  integratedService,
  PLAN_ID,
  planContext,
  planImported,
  planIssued,
  target,
} from './testing/plan.fixtures';
import type { PlanCommand } from './plan.commands';
import { planDecider } from './plan.decider';
import type { DraftTask, PlanEvent } from './plan.events';
import { evolvePlan } from './plan.state';

const given = specify(planDecider, planContext);

const importPlan = (data: Parameters<typeof importData>[0] = {}): PlanCommand => ({
  type: 'ImportPlan',
  data: importData(data),
});
const correct = (no: string, task: DraftTask): PlanCommand => ({
  type: 'CorrectDraftTask',
  data: { no, task, reason: 'đọc sai' },
});
const corrected = (no: string, task: DraftTask): PlanEvent => ({
  type: 'DraftTaskCorrected',
  data: { planId: PLAN_ID, no, task, reason: 'đọc sai' },
});
const drop = (no: string): PlanCommand => ({
  type: 'DropDraftTask',
  data: { no, reason: 'là căn cứ' },
});
const dropped = (no: string): PlanEvent => ({
  type: 'DraftTaskDropped',
  data: { planId: PLAN_ID, no, reason: 'là căn cứ' },
});
const reached = {
  name: 'Chỉ số sản xuất',
  value: '109.2',
  growthPct: null,
  asOf: localDate('2025-01-15'),
  source: { number: '5/BC-SCT', date: null, issuer: null, title: null },
};
const reportValue = (data: Partial<typeof reached> = {}): PlanCommand => ({
  type: 'ReportTargetValue',
  data: { ...reached, ...data },
});
const valueReported: PlanEvent = {
  type: 'TargetValueReported',
  data: { planId: PLAN_ID, ...reached },
};

describe('importing a plan', () => {
  it.each([
    ['heads of divisions', divisionHead],
    ['integrated services', integratedService],
  ])('is refused to %s', (_who, actor) => {
    given().when(importPlan(), { actor }).thenRejected('PLAN_KEEPER_ONLY');
  });

  it('is refused a second time', () => {
    given(planImported())
      .when(importPlan())
      .thenRejected('PLAN_ALREADY_IMPORTED', { planId: PLAN_ID });
    given(planImported(), planIssued()).when(importPlan()).thenRejected('PLAN_ALREADY_IMPORTED');
  });

  it('is refused under an id that is not the one of the file', () => {
    given()
      .when(importPlan({ planId: 'ke-hoach' }))
      .thenRejected('PLAN_ID_NOT_OF_FILE', { expected: PLAN_ID });
  });

  it('is refused when a number stands twice or cannot become an id', () => {
    given()
      .when(importPlan({ tasks: [draft('1'), draft('2'), draft('1')] }))
      .thenRejected('TASK_NUMBER_REPEATED', { numbers: ['1'] });
    given()
      .when(importPlan({ tasks: [draft('ế'.repeat(40))] }))
      .thenRejected('TASK_NUMBER_UNUSABLE');
  });

  it('takes "d" and "đ" as two numbers', () => {
    const tasks = [draft('1.d'), draft('1.đ')];
    given().when(importPlan({ tasks })).then(planImported({ tasks }));
  });

  it('keeps the drafts as read', () => {
    given().when(importPlan()).then(planImported());
    given().when(importPlan(), { actor: deputyDirector }).then(planImported());
  });
});

describe('correcting a draft', () => {
  it('is refused without a plan, without the draft, after dropping and after the issue', () => {
    given()
      .when(correct('1', draft('1')))
      .thenRejected('PLAN_NOT_FOUND');
    given(planImported())
      .when(correct('9', draft('9')))
      .thenRejected('DRAFT_TASK_NOT_FOUND', { no: '9' });
    given(planImported(), dropped('1'))
      .when(correct('1', draft('1', { title: 'Khác' })))
      .thenRejected('DRAFT_TASK_DROPPED');
    given(planImported(), planIssued())
      .when(correct('1', draft('1', { title: 'Khác' })))
      .thenRejected('PLAN_ALREADY_ISSUED', { number: '15/KH-SCT' });
  });

  it('is refused when it takes the number of another draft', () => {
    given(planImported())
      .when(correct('1', draft('2')))
      .thenRejected('TASK_NUMBER_REPEATED');
  });

  it('changes nothing when the draft already reads so', () => {
    given(planImported())
      .when(correct('1', draft('1')))
      .thenNothing();
  });

  it('may renumber a draft, which is then found under the new number', () => {
    const task = draft('1.a', { title: 'Khác' });
    given(planImported()).when(correct('1', task)).then(corrected('1', task));
    given(planImported(), corrected('1', task)).when(drop('1.a')).then(dropped('1.a'));
    given(planImported(), corrected('1', task))
      .when(drop('1'))
      .thenRejected('DRAFT_TASK_NOT_FOUND');
  });
});

describe('dropping a draft', () => {
  it('is refused for an unknown number and after the issue', () => {
    given(planImported()).when(drop('9')).thenRejected('DRAFT_TASK_NOT_FOUND');
    given(planImported(), planIssued()).when(drop('1')).thenRejected('PLAN_ALREADY_ISSUED');
  });

  it('changes nothing when repeated', () => {
    given(planImported(), dropped('1')).when(drop('1')).thenNothing();
  });

  it('is recorded with the reason', () => {
    given(planImported()).when(drop('1')).then(dropped('1'));
  });
});

describe('reporting the value of a target', () => {
  it('is refused before the plan is issued', () => {
    given(planImported()).when(reportValue()).thenRejected('PLAN_NOT_ISSUED');
  });

  it('is refused for a target the plan does not have and for a day to come', () => {
    const issued = given(planImported(), planIssued());
    issued.when(reportValue({ name: 'Xuất khẩu' })).thenRejected('TARGET_NOT_FOUND');
    issued
      .when(reportValue({ asOf: localDate('2025-01-21') }))
      .thenRejected('TARGET_VALUE_FROM_FUTURE', { on: '2025-01-20' });
  });

  it('is recorded under the name of the plan, whatever the spelling', () => {
    const spelt = { targets: [target('Chỉ số sản xuất')] };
    given(planImported(spelt), planIssued())
      .when(reportValue({ name: 'CHỈ SỐ  sản xuất' }))
      .then(valueReported);
  });

  it('changes nothing when repeated, and records an earlier value stated again later', () => {
    given(planImported(), planIssued(), valueReported).when(reportValue()).thenNothing();
    const other: PlanEvent = {
      type: 'TargetValueReported',
      data: { planId: PLAN_ID, ...reached, value: '110' },
    };
    given(planImported(), planIssued(), valueReported, other)
      .when(reportValue())
      .then(valueReported);
  });
});

describe('the state of a plan', () => {
  it('takes an event about a plan nobody imported without a word', () => {
    expect(evolvePlan(planDecider.initialState, dropped('1'))).toEqual({ status: 'absent' });
  });

  it('is plain JSON', () => {
    const history = [planImported(), dropped('1'), planIssued(), valueReported];
    const state = history.reduce(evolvePlan, planDecider.initialState);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
});
