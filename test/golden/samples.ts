import {
  catalogueDecider,
  catalogueEvents,
  evaluationDecider,
  evaluationEvents,
  marksDecider,
  marksEvents,
} from '@thidua/evaluation';
import {
  amendmentRecorded,
  appealAnswered,
  appealReceived,
  catalogueIssued,
  classificationSuperseded,
  evaluationSuperseded,
  everyEntry,
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
    ],
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
    decider: marksDecider,
    id: 'cb-009.2026',
    catalogue: marksEvents,
    samples: everyEntry(),
  },
  {
    decider: catalogueDecider,
    id: 'sct',
    catalogue: catalogueEvents,
    samples: [catalogueIssued()],
  },
];
