import { calendarDecider, calendarEvents } from '@thidua/calendar';
import { noticeAdded, noticeWithdrawn } from '@thidua/calendar/testing';
import {
  catalogueDecider,
  catalogueEvents,
  criteriaDecider,
  criteriaEvents,
  evaluationDecider,
  evaluationEvents,
  marksDecider,
  marksEvents,
  unitMarksDecider,
  unitMarksEvents,
} from '@thidua/evaluation';
import {
  amendmentRecorded,
  appealAnswered,
  appealReceived,
  catalogueIssued,
  classificationSuperseded,
  closedSheet,
  evaluationSuperseded,
  SHEET_ID,
  everyEntry,
  everyUnitEntry,
  publishedCycle,
  scoreAdjusted,
} from '@thidua/evaluation/testing';
import { localDate, type Decider, type DomainEvent, type EventCatalogue } from '@thidua/kernel';
import { officialDecider, officialEvents, unitDecider, unitEvents } from '@thidua/organisation';
import {
  decision,
  deputyAppointed,
  officialJoined,
  postLeft,
  postTaken,
  unitEnded,
  unitFounded,
  unitRenamed,
} from '@thidua/organisation/testing';
import { planDecider, planEvents } from '@thidua/plan';
import { draft, PLAN_ID, planImported, planIssued } from '@thidua/plan/testing';
import { taskDecider, taskEvents } from '@thidua/task';
import { sampleFacts } from '@thidua/task/testing';
import { reportSeries, workflowDecider, workflowEvents } from '@thidua/workflow';
import { briefingDecider, briefingEvents, inboxDecider, inboxEvents } from '@thidua/urging';

/** A kind of stream: what may stand in it, how it is folded, and an example of every event type in a likely order. */
export interface Category {
  readonly decider: Pick<Decider<never, never, unknown, never>, 'category' | 'initialState' | 'evolve'>;
  readonly id: string;
  readonly catalogue: EventCatalogue;
  readonly samples: readonly DomainEvent[];
}

const FEBRUARY = localDate('2026-02-01');
const document = decision('05/QĐ-SCT', '2026-02-01');

const taskSamples = (): readonly DomainEvent[] => {
  const { TaskAssigned, ...later } = sampleFacts;
  return Object.entries({ TaskAssigned, ...later }).map(([type, data]) => ({ type, data }));
};

const taskForceSamples = (unitId: string): readonly DomainEvent[] => {
  const member = {
    personId: 'cb-001',
    homeUnitId: 'vp',
    role: 'leader',
    fromOn: FEBRUARY,
    untilOn: null,
  };
  return [
    {
      type: 'TaskForceFormed',
      data: {
        unitId,
        name: 'Tổ công tác',
        aliases: ['TCT'],
        parentUnitId: 'sct',
        members: [member],
        fromOn: FEBRUARY,
        untilOn: localDate('2026-06-30'),
        document,
      },
    },
    {
      type: 'TaskForceMemberAdded',
      data: { unitId, ...member, personId: 'cb-002', role: 'member', legalBasis: document },
    },
    {
      type: 'TaskForceMemberLeft',
      data: { unitId, personId: 'cb-002', untilOn: localDate('2026-03-31'), legalBasis: null },
    },
    {
      type: 'TaskForceExtended',
      data: { unitId, untilOn: localDate('2026-12-31'), document },
    },
  ];
};

/** Every kind of stream of the product. */
export const categories: readonly Category[] = [
  {
    decider: taskDecider,
    id: 'nv-1',
    catalogue: taskEvents,
    samples: taskSamples(),
  },
  {
    decider: planDecider,
    id: PLAN_ID,
    catalogue: planEvents,
    samples: [
      planImported({ tasks: [draft('1'), draft('2'), draft('3')] }),
      {
        type: 'DraftTaskCorrected',
        data: {
          planId: PLAN_ID,
          no: '2',
          task: draft('2', { title: 'Tên đã sửa' }),
          reason: 'Sai chính tả',
        },
      },
      {
        type: 'DraftTaskDropped',
        data: { planId: PLAN_ID, no: '3', reason: 'Trùng với nhiệm vụ 2' },
      },
      planIssued(),
      {
        type: 'TargetValueReported',
        data: {
          planId: PLAN_ID,
          name: 'Chỉ số sản xuất',
          value: '109.2',
          growthPct: null,
          asOf: localDate('2025-12-31'),
          source: document,
        },
      },
    ],
  },
  {
    decider: unitDecider,
    id: 'qlcn',
    catalogue: unitEvents,
    samples: [
      unitFounded(),
      unitRenamed(),
      { type: 'UnitAliasAdded', data: { unitId: 'qlcn', alias: 'P. QLCN', fromOn: FEBRUARY } },
      {
        type: 'UnitMoved',
        data: { unitId: 'qlcn', parentUnitId: 'sct', fromOn: FEBRUARY, legalBasis: document },
      },
      unitEnded(),
      {
        type: 'UnitKindChanged',
        data: { unitId: 'qlcn', kind: 'sub-department', fromOn: FEBRUARY, legalBasis: document },
      },
      {
        type: 'UnitMerged',
        data: { unitId: 'qlcn', mergedUnitIds: ['qlnl'], effectiveOn: FEBRUARY, document },
      },
      {
        type: 'UnitSplit',
        data: {
          unitId: 'qlcn',
          intoUnitIds: ['a', 'b'],
          shares: [{ taskId: 'nv-1', unitId: 'a' }],
          restUnitId: 'b',
          effectiveOn: FEBRUARY,
          document,
        },
      },
      ...taskForceSamples('qlcn'),
    ],
  },
  {
    decider: officialDecider,
    id: 'cb-001',
    catalogue: officialEvents,
    samples: [
      officialJoined(),
      postTaken(),
      deputyAppointed(),
      postLeft(),
      {
        type: 'OfficialLeft',
        data: { personId: 'cb-001', untilOn: localDate('2026-06-30'), reason: 'Nghỉ hưu' },
      },
      {
        type: 'DeputyEnded',
        data: {
          personId: 'cb-001',
          deputyId: 'cb-002',
          endedOn: localDate('2025-03-15'),
          reason: 'Đã có người mới',
        },
      },
      {
        type: 'DeputyExpired',
        data: {
          personId: 'cb-001',
          deputyId: 'cb-003',
          unitId: null,
          untilOn: localDate('2025-03-31'),
          expiredOn: localDate('2025-04-01'),
        },
      },
      {
        type: 'OpenWorkListed',
        data: {
          personId: 'cb-001',
          unitId: 'qlcn',
          leftOn: localDate('2026-06-30'),
          parts: [{ taskId: 'nv-1', unitId: 'qlcn', subtaskId: 'phan-1' }],
        },
      },
      {
        type: 'PersonErased',
        data: { personId: 'cb-001', erasedOn: FEBRUARY, reason: 'Theo đề nghị', document },
      },
    ],
  },
  {
    decider: calendarDecider,
    id: 'vn',
    catalogue: calendarEvents,
    samples: [noticeAdded(), noticeWithdrawn()],
  },
  {
    decider: evaluationDecider,
    id: '2025.ND335_ORG',
    catalogue: evaluationEvents,
    samples: [
      ...publishedCycle().slice(0, 5),
      scoreAdjusted(),
      ...publishedCycle().slice(5),
      appealReceived(),
      appealAnswered(),
      classificationSuperseded(),
      amendmentRecorded(),
      evaluationSuperseded(),
    ],
  },
  {
    decider: workflowDecider,
    id: reportSeries.id,
    catalogue: workflowEvents,
    samples: [
      {
        type: 'WorkflowPublished',
        data: {
          workflowId: reportSeries.id,
          definition: { ...reportSeries, version: 2 },
          publishedOn: FEBRUARY,
        },
      },
      {
        type: 'WorkflowRetired',
        data: {
          workflowId: reportSeries.id,
          version: 1,
          reason: 'Đã có phiên bản 2',
          retiredOn: FEBRUARY,
        },
      },
    ],
  },
  {
    decider: briefingDecider,
    id: '2026-02',
    catalogue: briefingEvents,
    samples: [
      {
        type: 'BriefingOpened',
        data: { month: '2026-02', cutOffOn: '2026-02-28', openedOn: '2026-02-02' },
      },
      {
        type: 'BriefingClosed',
        data: {
          month: '2026-02',
          cutOffOn: '2026-02-28',
          forOn: '2026-03-02',
          notReported: [{ unitId: 'qlcn', taskIds: ['nv-1'] }],
          closedOn: '2026-03-02',
        },
      },
    ],
  },
  {
    decider: inboxDecider,
    id: 'cb-001',
    catalogue: inboxEvents,
    samples: [
      {
        type: 'NoticesRead',
        data: { personId: 'cb-001', noticeIds: ['nv-1'], readOn: '2026-03-02' },
      },
    ],
  },
  {
    decider: marksDecider,
    id: 'cb-009.2026',
    catalogue: marksEvents,
    samples: everyEntry(),
  },
  {
    decider: unitMarksDecider,
    id: 'qlcn.2026',
    catalogue: unitMarksEvents,
    samples: everyUnitEntry(),
  },
  {
    decider: catalogueDecider,
    id: 'sct',
    catalogue: catalogueEvents,
    samples: [catalogueIssued()],
  },
  {
    decider: criteriaDecider,
    id: SHEET_ID,
    catalogue: criteriaEvents,
    samples: closedSheet(),
  },
];
