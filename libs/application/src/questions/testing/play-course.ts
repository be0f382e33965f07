import { instant, type Instant } from '@thidua/kernel';
import { reformTemplateV1 } from '@thidua/scoring';
import { v5 } from 'uuid';
import type { Call } from '../../calls/call';
import type { OpenedApplication } from '../../open-application';
import { ACTS, LATE_ACTS, NEXT_YEAR, paper, PEOPLE, type Act } from './acts-of-course';

const NAMESPACE = '1f2d8a40-8a0c-4f4b-9d2e-5f0d4a7c9b11';

const { office, industry, leaver, heir, energy } = PEOPLE;

const at = (day: string): Instant => instant(`${day}T09:00:00+07:00`);

const callOf = (step: string, personId: string, day: string): Call => {
  const commandId = v5(step, NAMESPACE);
  return {
    ...{ commandId, correlationId: commandId, causationId: commandId },
    actor: { kind: 'person', personId, onBehalfOf: null },
    occurredAt: at(day),
    expectedRevision: null,
  };
};

async function playAll({ commands }: OpenedApplication, acts: readonly Act[]): Promise<void> {
  for (const [who, on, task, command, data = {}] of acts) {
    const call = callOf(`${task} ${command} ${on}`, who, on);
    await commands.taskCommand({ task, command, data }, call);
  }
}

async function carryOver({ commands }: OpenedApplication, task: string): Promise<void> {
  const paperOf = { number: '99/KH-SCT', date: '2025-12-26' };
  const bytes = new TextEncoder().encode(NEXT_YEAR);
  const { planId } = await commands.importPlan(
    { bytes, fileName: null, year: 2026, ...paperOf },
    callOf('import next year', office, '2025-12-26'),
  );
  const { assigned } = await commands.issuePlan(
    { plan: planId, ...paperOf, signerId: null },
    callOf('issue next year', office, '2025-12-26'),
  );
  await commands.taskCommand(
    {
      task,
      command: 'CarryOverTask',
      data: { toTaskId: assigned[0]?.taskId, toPlanId: planId },
    },
    callOf('carry over', office, '2025-12-28'),
  );
}

/** A criteria sheet of the reform with one criterion proved by a task, and one that nobody proved. */
async function playCriteria({ commands }: OpenedApplication): Promise<void> {
  const criterion = (id: string, unitId: string) => ({
    ...{ kind: 'FIXED', id, title: { vi: `Tiêu chí ${id}`, en: id }, max: '10', unitId },
    ...{ article: 'Mục 1', confidence: 'M' },
  });
  const ruleSet = { ...reformTemplateV1, items: [criterion('1', 'qlcn'), criterion('2', 'qlnl')] };
  const sheetId = 'cchc.2025';
  await commands.openCriteriaSheet(
    { sheetId, year: 2025, ruleSet },
    callOf('criteria', office, '2025-11-20'),
  );
  const evidence = { document: null, taskId: 'nv-1', productId: null, sha256: null };
  const acts: readonly (readonly [who: string, command: string, data: object])[] = [
    [industry, 'LinkEvidence', { criterionId: '1', evidence }],
    [
      industry,
      'ScoreCriterion',
      { criterionId: '1', stage: 'self', points: '10', reason: 'đã xong' },
    ],
  ];
  for (const [who, command, data] of acts) {
    const call = callOf(`criteria ${command}`, who, '2025-11-21');
    await commands.criteriaCommand({ sheetId, command, data }, call);
  }
}

/** Plays the year, a merger of two divisions and a target, freezes, and types one more result in afterwards. */
export async function playCourse(application: OpenedApplication, planId: string): Promise<void> {
  const { commands } = application;
  await playAll(application, ACTS);
  await carryOver(application, '3.8');
  await commands.officialCommand(
    {
      personId: leaver,
      command: 'LeaveOffice',
      data: { untilOn: '2025-04-30', reason: 'Nghỉ hưu' },
    },
    callOf('leave', office, '2025-04-20'),
  );
  const value = {
    ...{ name: 'Chỉ số sản xuất công nghiệp', value: '109.1', asOf: '2025-12-15' },
    source: paper('90/BC-SCT', '2025-12-20'),
  };
  await commands.planCommand(
    { plan: planId, command: 'ReportTargetValue', data: value },
    callOf('target', office, '2025-12-20'),
  );
  await commands.unitCommand(
    {
      unitId: 'ktatmt',
      command: 'EndUnit',
      data: { endedOn: '2025-11-30', how: 'merged', successorUnitIds: ['qlcn'] },
    },
    callOf('merge', office, '2025-11-30'),
  );
  await playCriteria(application);
  const force = {
    ...{ unitId: 'tct', name: 'Tổ công tác cơ động', leaderId: energy, fromOn: '2025-06-01' },
    ...{ untilOn: '2026-06-30', document: paper('9/QĐ-SCT', '2025-05-30') },
    members: [{ personId: heir }],
  };
  await commands.unitCommand(
    { unitId: 'tct', command: 'FormTaskForce', data: force },
    callOf('force', office, '2025-06-01'),
  );
  await commands.taskCommand(
    {
      task: '3.9',
      command: 'HandOverTask',
      data: {
        from: { unitId: 'vp', personId: null },
        to: { unitId: 'tct', personId: null },
        reason: 'Giao tổ công tác',
      },
    },
    callOf('to the force', office, '2025-06-02'),
  );
  await commands.freezeScore(
    { year: 2025, asOf: '2025-12-31', ruleSet: null },
    callOf('freeze', office, '2026-01-02'),
  );
  await playAll(application, LATE_ACTS);
}
