import { specify } from '@thidua/kernel/testing';
import { fold } from '@thidua/kernel';
import {
  decisionPaper,
  deputyDirector,
  divisionHead,
  officeClerk,
} from '../testing/evaluation.fixtures';
import { coefficientFixed, everyEntry, marksContext } from '../testing/marks.fixtures';
import type { MarksCommand } from './marks.commands';
import { marksDecider } from './marks.decider';
import { marksEvents } from './marks.events';
import { entriesOf } from './marks.state';

const given = specify(marksDecider, marksContext);
const entries = everyEntry();
const [, accepted, , handedOff, proposed, confirmed] = entries;
const period = '2026-03' as never;
const self = {
  ...officeClerk,
  actor: { ...officeClerk.actor, id: 'cb-009' },
  posts: [],
};

const give = (data: object = {}): MarksCommand => ({
  type: 'FixCoefficient',
  data: {
    entryId: 'viec-1',
    period,
    taskId: null,
    productId: 'DA',
    origin: 'ASSIGNED',
    quantity: 2,
    ...data,
  },
});
const accept = (units: number): MarksCommand => ({
  type: 'AcceptUnits',
  data: {
    entryId: 'nt-1',
    workId: 'viec-1',
    units,
    lateTimes: 1,
    majorErrors: 0,
    reason: 'sản phẩm ngoài kế hoạch',
  },
});
const items = (first: string) => [
  { id: 'I.1', mark: first },
  { id: 'I.2', mark: '2.5' },
];
const confirm = (first = '5', reason: string | null = null): MarksCommand => ({
  type: 'ConfirmGeneralMarks',
  data: { entryId: 'xn-1', period, items: items(first), reason },
});
const level = (written: string): MarksCommand => ({
  type: 'SetLeaderLevel',
  data: {
    entryId: 'd-1',
    period,
    variable: 'unitResult',
    level: written,
    reason: 'một người dưới 50 điểm',
  },
});

describe('giving work', () => {
  it('fixes the coefficient of the catalogue in force, and no later catalogue changes it', () => {
    given().when(give()).then(coefficientFixed());
    const later = { coefficient: { value: '3', catalogueVersion: '2 (90/QĐ-SCT)' } };
    given(coefficientFixed()).when(give(), later).thenNothing();
    given(coefficientFixed())
      .when(give({ quantity: 3 }), later)
      .thenRejected('ENTRY_ID_TAKEN');
  });

  it('is refused for a product the catalogue has not, and in another year', () => {
    given().when(give(), { coefficient: null }).thenRejected('PRODUCT_NOT_IN_CATALOGUE');
    given()
      .when(give({ period: '2025-12' }))
      .thenRejected('PERIOD_OUTSIDE_YEAR');
  });
});

describe('accepting by hand', () => {
  it('is refused to the person, of unknown work, and beyond what was assigned and is left', () => {
    given(coefficientFixed())
      .when(accept(1), { actor: { ...divisionHead, actor: self.actor } })
      .thenRejected('MARKS_SUPERIOR_ONLY');
    given().when(accept(1)).thenRejected('WORK_NOT_FOUND');
    given(coefficientFixed()).when(accept(3)).thenRejected('MORE_THAN_ASSIGNED', { quantity: 2 });
    if (handedOff === undefined) throw new Error('the sample hands work off');
    given(coefficientFixed(), handedOff).when(accept(2)).thenRejected('MORE_THAN_ASSIGNED');
  });

  it('is recorded with who accepted', () => {
    if (accepted === undefined) throw new Error('the sample accepts work');
    given(coefficientFixed()).when(accept(1)).then(accepted);
  });
});

describe('general marks', () => {
  const propose: MarksCommand = {
    type: 'ProposeGeneralMarks',
    data: { entryId: 'tc-1', period, items: items('5') },
  };

  it('are proposed by the person alone', () => {
    given().when(propose).thenRejected('MARKS_SELF_ONLY');
    given().when(propose, { actor: self }).thenMatching({ type: 'GeneralMarksProposed' });
  });

  it('are refused above the maximum, twice, and with an item left out', () => {
    given().when(confirm('5.5', 'x')).thenRejected('MARK_TOO_HIGH', { item: 'I.1', max: '5' });
    const twice = [...items('5').slice(0, 1), ...items('5').slice(0, 1)];
    given()
      .when({
        type: 'ConfirmGeneralMarks',
        data: { entryId: 'x', period, items: twice, reason: 'x' },
      })
      .thenRejected('ITEMS_DO_NOT_MATCH', { items: ['I.1', 'I.2'] });
  });

  it('are confirmed by the superior, with a reason where they differ from the proposal', () => {
    if (proposed === undefined || confirmed === undefined) throw new Error('the sample has both');
    given(proposed).when(confirm(), { actor: officeClerk }).thenRejected('MARKS_SUPERIOR_ONLY');
    given(proposed).when(confirm('4')).thenRejected('REASON_NEEDED');
    given(proposed).when(confirm()).then(confirmed);
    given(proposed)
      .when(confirm(), { actor: deputyDirector })
      .thenMatching({
        type: 'GeneralMarksConfirmed',
        data: { confirmedBy: 'deputy' },
      });
    given(proposed, confirmed)
      .when({
        ...confirm('4', 'xem lại'),
        data: { ...confirm('4', 'xem lại').data, entryId: 'xn-2' },
      } as MarksCommand)
      .thenRejected('ALREADY_RECORDED', { entryId: 'xn-1' });
  });
});

describe('d, đ and e', () => {
  it.each(['80', '0', '100.0'])('refuse a level of %s', (written) => {
    given().when(level(written)).thenRejected('LEVEL_NOT_100_OR_50', { level: written });
  });

  it('take 100 and 50', () => {
    given()
      .when(level('100'))
      .thenMatching({ type: 'LeaderLevelSet', data: { level: '100' } });
    given()
      .when(level('50'))
      .thenMatching({ type: 'LeaderLevelSet', data: { level: '50' } });
  });
});

describe('facts of the year', () => {
  const violation = (kind: 'DISCIPLINED' | 'DEGRADATION'): MarksCommand => ({
    type: 'RecordViolation',
    data: {
      entryId: 'kl-2',
      actId: 'vu-1',
      kind,
      discipline: 'KHIEN_TRACH',
      dutyRelated: true,
      unitId: null,
      document: decisionPaper('6/QĐ-SCT'),
    },
  });

  it('are for the Office to record, and a discipline goes with a disciplinary decision alone', () => {
    given().when(violation('DISCIPLINED')).thenRejected('MARKS_OFFICE_ONLY');
    const actor = officeClerk;
    given().when(violation('DEGRADATION'), { actor }).thenRejected('DISCIPLINE_MISSING');
    given().when(violation('DISCIPLINED'), { actor }).thenMatching({ type: 'ViolationRecorded' });
    given(...entries.slice(0, -1))
      .when(violation('DISCIPLINED'), { actor })
      .thenRejected('ALREADY_RECORDED', { entryId: 'kl-1' });
  });

  it('hold one class for each unit the person heads, by the Office, until it is withdrawn', () => {
    const recordClass = (entryId: string): MarksCommand => ({
      type: 'RecordUnitClass',
      data: { entryId, unitId: 'qltm', class: 'HTT', document: decisionPaper('8/QĐ-SCT') },
    });
    const actor = officeClerk;
    given().when(recordClass('xl-1')).thenRejected('MARKS_OFFICE_ONLY');
    given()
      .when(recordClass('xl-1'), { actor })
      .thenMatching({ type: 'HeadedUnitClassed', data: { unitId: 'qltm', class: 'HTT' } });
    given(...entries)
      .when(recordClass('xl-2'), { actor })
      .thenRejected('ALREADY_RECORDED', { entryId: 'xl-1' });
  });

  it('no longer count once withdrawn, and keep their id', () => {
    const state = fold(marksDecider, entries);
    expect(entriesOf(state, 'ViolationRecorded')).toEqual([]);
    given(...entries)
      .when({ type: 'WithdrawEntry', data: { entryId: 'rut-2', withdraws: 'kl-1', reason: 'x' } })
      .thenRejected('ENTRY_NOT_FOUND');
  });

  it('are in the vocabulary as they are recorded', () => {
    for (const { type, data } of entries)
      expect(marksEvents[type].data.safeParse(data).error).toBeUndefined();
    expect(new Set(entries.map(({ type }) => type)).size).toBe(Object.keys(marksEvents).length);
  });
});
