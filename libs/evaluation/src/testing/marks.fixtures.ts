import { localDate } from '@thidua/kernel';
import type { CatalogueEvent } from '../catalogue/catalogue.events';
import type { MarksContext } from '../marks/marks.decider';
import type { MarksEvent } from '../marks/marks.events';
import { decisionPaper, divisionHead } from './evaluation.fixtures';

const own = { personId: 'cb-009', year: 2026 };
export const marksDay = localDate('2026-03-31');

/** The head of qlcn with cb-009, who is staff there; two items stand for the form. */
export const marksContext: MarksContext = {
  actor: divisionHead,
  on: marksDay,
  personId: 'cb-009',
  year: 2026,
  personPosts: [{ unitId: 'qlcn', post: 'staff' }],
  generalItems: new Map([
    ['I.1', '5'],
    ['I.2', '2.5'],
  ]),
  coefficient: { value: '5/2', catalogueVersion: '1 (45/QĐ-SCT)' },
};

export const coefficientFixed = (): MarksEvent => ({
  type: 'CoefficientFixed',
  data: {
    ...own,
    entryId: 'viec-1',
    period: '2026-03' as never,
    taskId: null,
    productId: 'DA',
    origin: 'ASSIGNED',
    quantity: 2,
    coefficient: '5/2',
    catalogueVersion: '1 (45/QĐ-SCT)',
    fixedOn: marksDay,
  },
});

/** An entry of every type, in a likely order. */
export const everyEntry = (): readonly MarksEvent[] => [
  coefficientFixed(),
  {
    type: 'UnitsAccepted',
    data: {
      ...own,
      entryId: 'nt-1',
      workId: 'viec-1',
      units: 1,
      lateTimes: 1,
      majorErrors: 0,
      reason: 'sản phẩm ngoài kế hoạch',
      acceptedBy: 'head',
      acceptedOn: marksDay,
    },
  },
  {
    type: 'ObjectiveCauseConfirmed',
    data: {
      ...own,
      entryId: 'kq-1',
      workId: 'viec-1',
      what: 'late',
      reason: 'chờ ý kiến bộ',
      document: null,
      confirmedBy: 'head',
      confirmedOn: marksDay,
    },
  },
  {
    type: 'WorkHandedOff',
    data: {
      ...own,
      entryId: 'cg-1',
      workId: 'viec-1',
      units: 1,
      toPersonId: 'cb-010',
      reason: 'nghỉ ốm',
    },
  },
  {
    type: 'GeneralMarksProposed',
    data: {
      ...own,
      entryId: 'tc-1',
      period: '2026-03' as never,
      items: [
        { id: 'I.1', mark: '5' },
        { id: 'I.2', mark: '2,5' },
      ],
    },
  },
  {
    type: 'GeneralMarksConfirmed',
    data: {
      ...own,
      entryId: 'xn-1',
      period: '2026-03' as never,
      items: [
        { id: 'I.1', mark: '5' },
        { id: 'I.2', mark: '2.5' },
      ],
      reason: null,
      confirmedBy: 'head',
    },
  },
  {
    type: 'LeaderLevelSet',
    data: {
      ...own,
      entryId: 'd-1',
      period: '2026-03' as never,
      variable: 'unitResult',
      level: '50',
      reason: 'một người dưới 50 điểm',
      setBy: 'deputy',
    },
  },
  {
    type: 'LeaveRecorded',
    data: {
      ...own,
      entryId: 'nghi-1',
      kind: 'SICK',
      fromOn: localDate('2026-02-01'),
      untilOn: localDate('2026-02-28'),
      document: decisionPaper('4/QĐ-SCT'),
    },
  },
  {
    type: 'ViolationRecorded',
    data: {
      ...own,
      entryId: 'kl-1',
      actId: 'vu-1',
      kind: 'DISCIPLINED',
      discipline: 'KHIEN_TRACH',
      dutyRelated: true,
      unitId: null,
      document: decisionPaper('6/QĐ-SCT'),
    },
  },
  {
    type: 'HeadedUnitClassed',
    data: {
      ...own,
      entryId: 'xl-1',
      unitId: 'qltm',
      class: 'HTT',
      document: decisionPaper('8/QĐ-SCT'),
    },
  },
  {
    type: 'OutsideScoreReceived',
    data: {
      ...own,
      entryId: 'dn-1',
      period: '2026-01' as never,
      agencyId: 'so-khac',
      total: '91,5',
      document: decisionPaper('7/CV-SKH'),
    },
  },
  {
    type: 'EntryWithdrawn',
    data: { ...own, entryId: 'rut-1', withdraws: 'kl-1', reason: 'quyết định bị hủy' },
  },
];

export const catalogueIssued = (): CatalogueEvent => ({
  type: 'CatalogueIssued',
  data: {
    agencyId: 'sct',
    version: 1,
    groups: [{ groupId: 'N1', name: 'Nhóm 1' }],
    standardProductId: 'VB',
    products: [
      { productId: 'VB', name: 'Soạn thảo văn bản', groupId: 'N1', coefficient: '1' },
      { productId: 'DA', name: 'Xây dựng đề án', groupId: 'N1', coefficient: '5/2' },
    ],
    document: decisionPaper('45/QĐ-SCT'),
    inForceFrom: localDate('2026-01-01'),
  },
});
