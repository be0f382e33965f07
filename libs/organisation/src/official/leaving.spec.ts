import { CommandRejected } from '@thidua/kernel';
import { specify } from '@thidua/kernel/testing';
import {
  day,
  decision,
  deputyAppointed,
  directoryFrom,
  officeClerk,
  officialJoined,
  postLeft,
  postTaken,
  theSystem,
  unitFounded,
} from '../testing/organisation.fixtures';
import type { OfficialEvent } from '../official.events';
import { officialEvents } from '../official.events';
import type { OfficialCommand } from './official.commands';
import { officialDecider } from './official.decider';

const units = [[unitFounded()], [unitFounded({ unitId: 'vp', name: 'Văn phòng', kind: 'office' })]];
const context = { actor: officeClerk, on: day('2026-01-10'), directory: directoryFrom(units) };
const given = specify(officialDecider, context);
const document = decision('7/QĐ-SCT', '2026-01-09');
const left: OfficialEvent = {
  type: 'OfficialLeft',
  data: { personId: 'cb-001', untilOn: day('2025-12-31'), reason: 'Nghỉ hưu' },
};
const erase: OfficialCommand = { type: 'ErasePerson', data: { reason: 'Theo đề nghị', document } };
const erased: OfficialEvent = {
  type: 'PersonErased',
  data: { personId: 'cb-001', erasedOn: day('2026-01-10'), reason: 'Theo đề nghị', document },
};

describe('erasing a name', () => {
  it('is one event without the name, and happens once', () => {
    given(officialJoined(), left).when(erase).then(erased);
    given(officialJoined(), left, erased).when(erase).thenNothing();
  });

  it('leaves an id under which nobody can join again', () => {
    given(officialJoined(), left, erased)
      .when({ type: 'JoinOfficial', data: { personId: 'cb-001', fromOn: day('2027-01-01') } })
      .thenRejected('OFFICIAL_ERASED');
    expect(directoryFrom(units, [[officialJoined(), erased]]).isErased('cb-001')).toBe(true);
  });

  it('is refused for somebody who never joined', () => {
    given().when(erase).thenRejected('OFFICIAL_NOT_JOINED');
  });
});

describe('the list of open work', () => {
  const parts = [{ taskId: 'nv-1', unitId: 'qlcn', subtaskId: null }];
  const list: OfficialCommand = {
    type: 'ListOpenWork',
    data: { unitId: null, leftOn: day('2025-12-31'), parts },
  };

  it('is made once, by the system', () => {
    given(officialJoined(), left).when(list).thenRejected('OPEN_WORK_SYSTEM_ONLY');
    given(officialJoined(), left)
      .when(list, { actor: theSystem })
      .thenMatching({ type: 'OpenWorkListed', data: { personId: 'cb-001', parts } });
    const listed: OfficialEvent = {
      type: 'OpenWorkListed',
      data: { personId: 'cb-001', unitId: null, leftOn: day('2025-12-31'), parts },
    };
    given(officialJoined(), left, listed).when(list, { actor: theSystem }).thenNothing();
  });

  it('is not made of nothing', () => {
    given(officialJoined(), left)
      .when({ ...list, data: { ...list.data, parts: [] } }, { actor: theSystem })
      .thenNothing();
  });
});

describe('a deputy', () => {
  const end = (endedOn: string): OfficialCommand => ({
    type: 'EndDeputy',
    data: { deputyId: 'cb-002', endedOn: day(endedOn), reason: 'Đã có người mới' },
  });
  const ended: OfficialEvent = {
    type: 'DeputyEnded',
    data: {
      personId: 'cb-001',
      deputyId: 'cb-002',
      endedOn: day('2025-03-10'),
      reason: 'Đã có người mới',
    },
  };
  const principal = [
    officialJoined(),
    postTaken({ post: 'head' }),
    postTaken({ unitId: 'vp', post: 'head' }),
  ];
  const acting = (appointed: readonly OfficialEvent[], on: string) =>
    directoryFrom(units, [
      [...principal, ...appointed],
      [officialJoined({ personId: 'cb-002' })],
    ]).actorFacts({ personId: 'cb-002', onBehalfOf: 'cb-001' }, day(on));
  const unitsOf = (appointed: readonly OfficialEvent[], on: string): readonly string[] =>
    acting(appointed, on).posts.map(({ unitId }) => unitId);

  it('acts until the day the appointment was ended', () => {
    given(...principal, deputyAppointed())
      .when(end('2025-03-10'))
      .then(ended);
    given(...principal, deputyAppointed(), ended)
      .when(end('2025-03-10'))
      .thenNothing();
    expect(unitsOf([deputyAppointed(), ended], '2025-03-10')).toEqual(['qlcn', 'vp']);
    expect(() => acting([deputyAppointed(), ended], '2025-03-11')).toThrow(CommandRejected);
  });

  it('cannot be ended outside the time of the appointment', () => {
    given(...principal, deputyAppointed())
      .when(end('2025-04-10'))
      .thenRejected('DEPUTY_NOT_IN_FORCE');
  });

  it('of one unit acts with the posts in that unit alone, and on the basis stated', () => {
    const facts = acting([deputyAppointed({ unitId: 'vp' })], '2025-03-15');
    expect(facts.posts).toEqual([{ unitId: 'vp', unitKind: 'office', post: 'head' }]);
    expect(facts.actor.onBehalfOf).toEqual({
      personId: 'cb-001',
      legalBasis: '12/QĐ-SCT ngày 27/02/2025',
    });
  });

  it('recorded before scopes were known acts for all posts', () => {
    const upcast = officialEvents.DeputyAppointed.upcasters[1];
    const {
      unitId: _unit,
      scope: _scope,
      ...first
    } = deputyAppointed().data as never as Record<string, unknown>;
    expect(upcast(first)).toEqual(deputyAppointed().data);
  });
});

describe('the heads of a unit', () => {
  it('are periods within the unit’s own time and the time in office', () => {
    const directory = directoryFrom(units, [
      [
        officialJoined(),
        postTaken({ post: 'head' }),
        postLeft({ post: 'head', untilOn: day('2024-12-31') }),
      ],
      [
        officialJoined({ personId: 'cb-002', fromOn: day('2025-01-01') }),
        postTaken({ personId: 'cb-002', post: 'head', fromOn: day('2025-01-01') }),
        { ...left, data: { ...left.data, personId: 'cb-002' } },
      ],
      [officialJoined({ personId: 'cb-003' }), postTaken({ personId: 'cb-003' })],
    ]);
    expect(directory.headsOf('qlcn')).toEqual([
      { personId: 'cb-001', fromOn: '2020-01-01', untilOn: '2024-12-31' },
      { personId: 'cb-002', fromOn: '2025-01-01', untilOn: '2025-12-31' },
    ]);
    expect(directory.headsOf('khong-co')).toEqual([]);
  });
});
