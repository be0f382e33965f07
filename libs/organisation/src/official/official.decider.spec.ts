import { fold } from '@thidua/kernel';
import { specify } from '@thidua/kernel/testing';
import {
  day,
  decision,
  deputyAppointed,
  directoryFrom,
  divisionHead,
  director,
  integratedService,
  officialJoined,
  postLeft,
  postTaken,
  theSystem,
  unitEnded,
  unitFounded,
} from '../testing/organisation.fixtures';
import type { OfficialEvent } from '../official.events';
import type { OfficialCommand } from './official.commands';
import { officialDecider } from './official.decider';
import { evolveOfficial, runningDeputies } from './official.state';

const directory = directoryFrom(
  [[unitFounded()], [unitFounded({ unitId: 'cu', name: 'Phòng cũ' }), unitEnded({ unitId: 'cu' })]],
  [[officialJoined()], [officialJoined({ personId: 'cb-002' })]],
);
const given = specify(officialDecider, { actor: director, on: day('2026-01-01'), directory });

const joinOn = (fromOn: string): OfficialCommand => ({
  type: 'JoinOfficial',
  data: { personId: 'cb-001', fromOn: day(fromOn) },
});
const take = (fromOn = '2020-01-01', unitId = 'qlcn'): OfficialCommand => ({
  type: 'TakePost',
  data: { unitId, post: 'staff', fromOn: day(fromOn), legalBasis: null },
});
const leavePost = (untilOn = '2024-12-31'): OfficialCommand => ({
  type: 'LeavePost',
  data: { unitId: 'qlcn', post: 'staff', untilOn: day(untilOn), legalBasis: null },
});
const appoint = (deputyId: string, fromOn: string, untilOn: string): OfficialCommand => ({
  type: 'AppointDeputy',
  data: {
    deputyId,
    unitId: null,
    scope: null,
    fromOn: day(fromOn),
    untilOn: day(untilOn),
    basis: decision('12/QĐ-SCT', '2025-02-27'),
  },
});
const leave = (untilOn = '2025-10-31'): OfficialCommand => ({
  type: 'LeaveOffice',
  data: { untilOn: day(untilOn), reason: 'nghỉ hưu' },
});
const left = (untilOn = '2025-10-31'): OfficialEvent => ({
  type: 'OfficialLeft',
  data: { personId: 'cb-001', untilOn: day(untilOn), reason: 'nghỉ hưu' },
});

describe('joining', () => {
  it('is refused to heads of divisions and to services', () => {
    given()
      .when(joinOn('2020-01-01'), { actor: divisionHead })
      .thenRejected('OFFICIAL_KEEPER_ONLY');
    given()
      .when(joinOn('2020-01-01'), { actor: integratedService })
      .thenRejected('OFFICIAL_KEEPER_ONLY');
  });

  it('is refused while the person is here', () => {
    given(officialJoined())
      .when(joinOn('2021-01-01'))
      .thenRejected('OFFICIAL_ALREADY_JOINED', { fromOn: '2020-01-01' });
  });

  it('is refused for a day within an earlier stay', () => {
    given(officialJoined(), left())
      .when(joinOn('2025-10-31'))
      .thenRejected('OFFICIAL_DATE_TOO_EARLY', { notBefore: '2025-11-01' });
  });

  it('changes nothing when repeated', () => {
    given(officialJoined()).when(joinOn('2020-01-01')).thenNothing();
  });

  it('is possible again after leaving', () => {
    given(officialJoined(), left())
      .when(joinOn('2025-11-01'))
      .then(officialJoined({ fromOn: day('2025-11-01') }));
  });
});

describe('taking a post', () => {
  it('is refused to a person who never joined, or who has left', () => {
    given().when(take()).thenRejected('OFFICIAL_NOT_JOINED');
    given(officialJoined(), left()).when(take()).thenRejected('OFFICIAL_ALREADY_LEFT');
  });

  it('is refused before the day of joining', () => {
    given(officialJoined()).when(take('2019-12-31')).thenRejected('OFFICIAL_DATE_TOO_EARLY');
  });

  it('is refused in a unit that does not stand on that day', () => {
    given(officialJoined())
      .when(take('2020-01-01', 'khong-co'))
      .thenRejected('POST_UNIT_NOT_STANDING', { unitId: 'khong-co' });
    given(officialJoined()).when(take('2025-07-01', 'cu')).thenRejected('POST_UNIT_NOT_STANDING');
  });

  it('is refused while the same post is held, or was held on later days', () => {
    given(officialJoined(), postTaken()).when(take('2021-01-01')).thenRejected('POST_OVERLAPS');
    given(officialJoined(), postTaken(), postLeft())
      .when(take('2024-12-31'))
      .thenRejected('POST_OVERLAPS');
  });

  it('changes nothing when repeated', () => {
    given(officialJoined(), postTaken()).when(take()).thenNothing();
  });

  it('is recorded, also again after the post was left', () => {
    given(officialJoined()).when(take()).then(postTaken());
    given(officialJoined(), postTaken(), postLeft())
      .when(take('2025-01-01'))
      .then(postTaken({ fromOn: day('2025-01-01') }));
  });
});

describe('leaving a post', () => {
  it('is refused when the post is not held', () => {
    given(officialJoined()).when(leavePost()).thenRejected('POST_NOT_HELD', { unitId: 'qlcn' });
  });

  it('is refused for a day before the post began', () => {
    given(officialJoined(), postTaken())
      .when(leavePost('2019-12-31'))
      .thenRejected('PERIOD_ENDS_BEFORE_START');
  });

  it('changes nothing when repeated', () => {
    given(officialJoined(), postTaken(), postLeft()).when(leavePost()).thenNothing();
  });

  it('records the last day', () => {
    given(officialJoined(), postTaken()).when(leavePost()).then(postLeft());
  });
});

describe('appointing a deputy', () => {
  it('is refused for oneself', () => {
    given(officialJoined())
      .when(appoint('cb-001', '2025-03-01', '2025-03-31'))
      .thenRejected('DEPUTY_IS_ONESELF');
  });

  it('is refused when the period ends before it starts', () => {
    given(officialJoined())
      .when(appoint('cb-002', '2025-03-31', '2025-03-30'))
      .thenRejected('PERIOD_ENDS_BEFORE_START');
  });

  it('is refused before the person joined and for a deputy who is not in office', () => {
    given(officialJoined())
      .when(appoint('cb-002', '2019-03-01', '2019-03-31'))
      .thenRejected('OFFICIAL_DATE_TOO_EARLY');
    given(officialJoined())
      .when(appoint('cb-009', '2025-03-01', '2025-03-31'))
      .thenRejected('DEPUTY_NOT_IN_OFFICE', { deputyId: 'cb-009' });
  });

  it('is refused for the same deputy on days already covered, and changes nothing on the same days', () => {
    given(officialJoined(), deputyAppointed())
      .when(appoint('cb-002', '2025-03-31', '2025-04-15'))
      .thenRejected('DEPUTY_PERIODS_OVERLAP');
    given(officialJoined(), deputyAppointed())
      .when(appoint('cb-002', '2025-03-01', '2025-03-31'))
      .thenNothing();
  });

  it('may last a single day', () => {
    given(officialJoined())
      .when(appoint('cb-002', '2025-03-01', '2025-03-01'))
      .then(deputyAppointed({ untilOn: day('2025-03-01') }));
  });
});

describe('the end of a deputy’s days', () => {
  const expire = (until = '2025-03-31'): OfficialCommand => ({
    type: 'ExpireDeputy',
    data: { deputyId: 'cb-002', unitId: null, untilOn: day(until) },
  });
  const bySystem = { actor: theSystem, on: day('2025-04-01') };
  const expired: OfficialEvent = {
    type: 'DeputyExpired',
    data: {
      ...{ personId: 'cb-001', deputyId: 'cb-002', unitId: null },
      ...{ untilOn: day('2025-03-31'), expiredOn: day('2025-04-01') },
    },
  };
  const ended: OfficialEvent = {
    type: 'DeputyEnded',
    data: {
      ...{ personId: 'cb-001', deputyId: 'cb-002' },
      ...{ endedOn: day('2025-03-15'), reason: 'Đã về' },
    },
  };
  const running = (...events: readonly OfficialEvent[]) => {
    const official = fold(officialDecider, events);
    return official.status === 'joined' ? runningDeputies(official).map((one) => one.untilOn) : [];
  };

  it('is recorded by the timers alone, once', () => {
    given(officialJoined(), deputyAppointed())
      .when(expire())
      .thenRejected('DEPUTY_EXPIRY_SYSTEM_ONLY');
    given(officialJoined(), deputyAppointed()).when(expire(), bySystem).then(expired);
    given(officialJoined(), deputyAppointed(), expired).when(expire(), bySystem).thenNothing();
  });

  it('is refused on the last day, and for days that were never given', () => {
    given(officialJoined(), deputyAppointed())
      .when(expire(), { ...bySystem, on: day('2025-03-31') })
      .thenRejected('DEPUTY_STILL_IN_FORCE', { deputyId: 'cb-002', untilOn: '2025-03-31' });
    given(officialJoined(), deputyAppointed())
      .when(expire('2025-03-30'), bySystem)
      .thenRejected('DEPUTY_NOT_IN_FORCE', { deputyId: 'cb-002', on: '2025-03-30' });
    given(officialJoined(), deputyAppointed({ unitId: 'qlcn' }))
      .when(expire(), bySystem)
      .thenRejected('DEPUTY_NOT_IN_FORCE');
  });

  it('needs no telling where the Office ended them', () => {
    given(officialJoined(), deputyAppointed(), ended)
      .when(expire('2025-03-15'), bySystem)
      .thenNothing();
  });

  it('may be told of a period that nobody has ended or told of', () => {
    const again = deputyAppointed({ fromOn: day('2025-05-01'), untilOn: day('2025-05-31') });
    expect(running(officialJoined(), deputyAppointed(), again)).toEqual([
      '2025-03-31',
      '2025-05-31',
    ]);
    expect(running(officialJoined(), deputyAppointed(), expired, again)).toEqual(['2025-05-31']);
    expect(running(officialJoined(), deputyAppointed(), ended, again)).toEqual(['2025-05-31']);
  });
});

describe('leaving the organisation', () => {
  it('is refused before the day of joining and before a post begins', () => {
    given(officialJoined()).when(leave('2019-12-31')).thenRejected('PERIOD_ENDS_BEFORE_START');
    given(officialJoined(), postTaken({ fromOn: day('2025-12-01') }))
      .when(leave())
      .thenRejected('PERIOD_ENDS_BEFORE_START', { fromOn: '2025-12-01' });
  });

  it('is refused a second time on another day, and changes nothing on the same', () => {
    given(officialJoined(), left()).when(leave('2025-11-30')).thenRejected('OFFICIAL_ALREADY_LEFT');
    given(officialJoined(), left()).when(leave()).thenNothing();
  });

  it('ends every post still held on the same day and leaves ended ones alone', () => {
    given(officialJoined(), postTaken(), postLeft(), postTaken({ post: 'head' }))
      .when(leave())
      .then(left(), postLeft({ post: 'head', untilOn: day('2025-10-31') }));
  });
});

describe('the state of an official', () => {
  it('takes an event about a person who never joined without a word', () => {
    expect(evolveOfficial(officialDecider.initialState, postTaken())).toEqual({ status: 'absent' });
  });

  it('leaves the posts alone when a post nobody took is left', () => {
    const state = evolveOfficial(officialDecider.initialState, officialJoined());
    expect(evolveOfficial(state, postLeft())).toEqual(state);
  });
});
