import { fold } from '@thidua/kernel';
import { directoryOf, unitDecider, type UnitEvent } from '@thidua/organisation';
import { assigned, completed, told } from '@thidua/projections/testing';
import { apart, factsOf } from '../testing/facts-of';
import { figureOf, rowsOf } from '../testing/reading';
import { leaversHandOvers } from './q16-leavers-hand-overs';
import { workOfPerson } from './q17-work-of-person';
import { unitUnderHead } from './q18-unit-under-head';
import { mergedUnits } from './q19-merged-units';
import { taskForceResults } from './q20-task-force-results';

const day = '2025-01-10';
const DUE = '2025-06-30';
const given = (personId: string, on: string, more: { subtaskId?: string; what?: string } = {}) =>
  told('PersonAssigned', on, {
    ...{ personId, unitId: 'qlcn', dueOn: null, what: null, subtaskId: null },
    ...more,
  });
const handedOver = (on: string, from: string, to: string, units = ['qlcn', 'qlcn'] as const) =>
  told('TaskHandedOver', on, {
    from: { unitId: units[0], personId: from },
    to: { unitId: units[1], personId: to },
    stateAtHandOver: 'inProgress',
    handedOverOn: on,
  });

/** a leaves in May: t1 goes to b, t2 is left lying, t3 was finished before. */
const story = {
  tasks: {
    t1: [
      assigned(day, DUE),
      given('a', '2025-01-15', { subtaskId: 's1', what: 'Soạn thảo' }),
      handedOver('2025-05-20', 'a', 'b'),
      completed('2025-06-15'),
    ],
    t2: [assigned(day, DUE), given('a', '2025-01-15')],
    t3: [assigned(day, DUE), given('a', '2025-01-15'), completed('2025-03-01')],
    t4: [
      assigned(day, DUE),
      given('b', '2025-01-15', { subtaskId: 's1', what: 'Khảo sát' }),
      told('SubtaskFinished', '2025-02-01', { subtaskId: 's1' }),
    ],
  },
  apart: [
    apart('OfficialLeft', '2025-05-20', { personId: 'a', untilOn: '2025-05-31', reason: 'Nghỉ' }),
    apart('OfficialLeft', '2024-05-20', { personId: 'z', untilOn: '2024-05-31', reason: 'Nghỉ' }),
  ],
};

describe('question 16: to whom the work of leavers was handed over', () => {
  it('lists what was handed over, and what was left lying', () => {
    const answer = leaversHandOvers.answer(factsOf(story, { asOf: '2025-12-31' }));
    expect(rowsOf(answer, 'tasks')).toMatchObject([
      {
        personId: 'a',
        no: '1',
        handedOverOn: '2025-05-20',
        toPersonId: 'b',
        stateAtHandOver: 'inProgress',
        now: 'doneOnTime',
        eventIds: ['apart#1', 't1#2', 't1#3'],
      },
      { no: '2', handedOverOn: null, now: 'openOverdue', eventIds: ['apart#1', 't2#2'] },
    ]);
    expect(figureOf(answer, 'leavers')).toEqual([1, ['apart#1']]);
    expect(figureOf(answer, 'notHandedOver')[0]).toBe(1);
  });
});

describe('question 17: what a person was given and what became of it', () => {
  it('tells own work from work taken over', () => {
    const answer = workOfPerson.answer(factsOf(story, { asOf: '2025-12-31', personId: 'b' }));
    expect(rowsOf(answer, 'tasks')).toMatchObject([
      { no: '1', how: 'inherited', fromPersonId: 'a', givenOn: '2025-05-20', bucket: 'doneOnTime' },
      { no: '4', how: 'assigned', what: ['Khảo sát'], partsGiven: 1, partsFinished: 1 },
    ]);
    expect(figureOf(answer, 'inherited')).toEqual([1, ['t1#1', 't1#3', 't1#4']]);
  });

  it('keeps what was passed on with whoever passed it on', () => {
    const answer = workOfPerson.answer(factsOf(story, { asOf: '2025-12-31', personId: 'a' }));
    expect(rowsOf(answer, 'tasks')).toMatchObject([
      { no: '1', passedToId: 'b', passedOnOn: '2025-05-20' },
      { no: '2', passedToId: null },
      { no: '3', completedOn: '2025-03-01' },
    ]);
  });
});

describe('question 18: what a unit achieved under each head', () => {
  it('splits the year at the change of head', () => {
    const post = { unitId: 'qlcn', post: 'head' };
    const facts = factsOf(
      {
        tasks: {
          t1: [assigned(day, DUE), completed('2025-03-01')],
          t2: [assigned(day, '2025-03-31')],
          t3: [assigned('2025-05-10', '2025-12-15'), completed('2025-12-20')],
        },
        apart: [
          apart('PostTaken', '2023-01-01', { ...post, personId: 'a', fromOn: '2023-01-01' }),
          apart('PostLeft', '2025-04-30', { ...post, personId: 'a', untilOn: '2025-04-30' }),
          apart('PostTaken', '2025-05-01', { ...post, personId: 'b', fromOn: '2025-05-01' }),
        ],
      },
      { asOf: '2025-12-31' },
    );
    const answer = unitUnderHead.answer(facts);
    expect(rowsOf(answer, 'heads')).toMatchObject([
      {
        personId: 'a',
        fromOn: '2025-01-01',
        untilOn: '2025-04-30',
        ...{ total: 2, doneOnTime: 1, openOverdue: 1, doneLate: 0 },
        eventIds: ['apart#1', 'apart#2', 't1#1', 't1#2', 't2#1'],
      },
      {
        personId: 'b',
        fromOn: '2025-05-01',
        untilOn: '2025-12-31',
        ...{ total: 2, doneOnTime: 0, openOverdue: 1, doneLate: 1 },
      },
    ]);
    expect(figureOf(answer, 'unitsWithChange')[0]).toBe(2);
  });
});

describe('question 19: whose results make up those of a merged unit', () => {
  it('keeps what the former unit finished with it, and the rest with its successor', () => {
    const facts = factsOf(
      {
        tasks: {
          t1: [assigned(day, DUE, ['qlnl']), completed('2025-03-01')],
          t2: [
            assigned(day, DUE, ['qlnl']),
            handedOver('2025-05-31', 'a', 'b', ['qlnl', 'qlcn'] as never),
            completed('2025-07-10'),
          ],
          t3: [assigned(day, DUE, ['qlcn']), completed('2025-02-01')],
          t4: [assigned(day, '2025-12-31', ['qlcn']), completed('2025-12-01')],
        },
        apart: [
          apart('UnitEnded', '2025-05-31', {
            ...{ unitId: 'qlnl', endedOn: '2025-05-31', how: 'merged' },
            ...{ successorUnitIds: ['qlcn'], legalBasis: null },
          }),
        ],
      },
      { asOf: '2025-12-31' },
    );
    const parts = rowsOf(mergedUnits.answer(facts), 'parts');
    expect(parts).toMatchObject([
      { unitId: 'qlcn', formerUnitId: 'qlnl', part: 'before', total: 1, doneOnTime: 1 },
      { unitId: 'qlcn', formerUnitId: 'qlcn', part: 'before', total: 3, doneOnTime: 1 },
      { unitId: 'qlcn', formerUnitId: 'qlcn', part: 'after', total: 2, doneOnTime: 1, doneLate: 1 },
    ]);
    expect(parts[0]!.eventIds).toEqual(['apart#1', 't1#1', 't1#2']);
  });

  it('follows a task that passed on by the merger itself', () => {
    const succeeded = told('TaskUnitSucceeded', '2025-06-01', {
      ...{ fromUnitId: 'qlnl', toUnitId: 'qlcn', cause: 'merged', document: null },
      succeededOn: '2025-06-01',
    });
    const facts = factsOf(
      {
        tasks: { t1: [assigned(day, DUE, ['qlnl']), succeeded, completed('2025-06-20')] },
        apart: [
          apart('UnitMerged', '2025-06-01', {
            ...{ unitId: 'qlcn', mergedUnitIds: ['qlnl'], effectiveOn: '2025-06-01' },
            document: null,
          }),
          apart('UnitEnded', '2025-05-31', {
            ...{ unitId: 'qlnl', endedOn: '2025-05-31', how: 'merged' },
            ...{ successorUnitIds: ['qlcn'], legalBasis: null },
          }),
        ],
      },
      { asOf: '2025-12-31' },
    );
    expect(rowsOf(mergedUnits.answer(facts), 'parts')).toMatchObject([
      { formerUnitId: 'qlnl', part: 'before', total: 1, openInTime: 1, doneOnTime: 0 },
      { formerUnitId: 'qlcn', part: 'before', total: 0 },
      { formerUnitId: 'qlcn', part: 'after', total: 1, doneOnTime: 1 },
    ]);
  });
});

describe('question 20: to whom the results of a task force count', () => {
  const document = { number: '911/QĐ-SCT', date: '2025-03-01', issuer: null, title: null };
  const member = (personId: string, homeUnitId: string, untilOn: string | null = null) => ({
    ...{ personId, homeUnitId, role: 'member', fromOn: '2025-03-01', untilOn },
  });
  const formed = {
    ...{ unitId: 'tct', name: 'Tổ công tác', aliases: [], parentUnitId: null },
    members: [
      { ...member('a', 'qlcn'), role: 'leader' },
      member('b', 'qlnl'),
      member('c', 'qltm', '2025-05-31'),
    ],
    ...{ fromOn: '2025-03-01', untilOn: '2026-03-01', document },
  };
  const directory = directoryOf({
    units: [fold(unitDecider, [{ type: 'TaskForceFormed', data: formed } as unknown as UnitEvent])],
    officials: [],
  });
  const asked = (unitId: string | null) =>
    taskForceResults.answer({
      ...factsOf(
        {
          tasks: {
            t1: [assigned('2025-03-02', DUE, ['tct']), completed('2025-05-01')],
            t2: [assigned('2025-03-02', DUE, ['tct']), completed('2025-07-10')],
            t3: [assigned('2025-03-02', DUE, ['qlcn']), completed('2025-05-01')],
          },
          apart: [apart('TaskForceFormed', '2025-03-01', formed)],
        },
        { asOf: '2025-12-31', unitId },
      ),
      directory,
    });

  it('gives each result to the units of those who were members on its day', () => {
    expect(rowsOf(asked(null), 'units')).toMatchObject([
      { unitId: 'qlcn', members: 1, total: 2, doneOnTime: 1, doneLate: 1 },
      { unitId: 'qlnl', members: 1, total: 2, doneOnTime: 1, doneLate: 1 },
      { unitId: 'qltm', members: 1, total: 1, doneOnTime: 1, doneLate: 0 },
    ]);
    expect(figureOf(asked(null), 'tasks')[0]).toBe(2);
  });

  it('names the member, the day and the decision behind each part', () => {
    expect(rowsOf(asked('qltm'), 'members')).toMatchObject([
      {
        ...{ no: '1', forceId: 'tct', personId: 'c', unitId: 'qltm', memberOn: '2025-05-01' },
        eventIds: ['apart#1', 't1#1', 't1#2'],
      },
    ]);
  });
});
