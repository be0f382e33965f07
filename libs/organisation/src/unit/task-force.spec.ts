import { specify } from '@thidua/kernel/testing';
import {
  day,
  decision,
  directoryFrom,
  officeClerk,
  officialJoined,
  postTaken,
  unitEnded,
  unitFounded,
} from '../testing/organisation.fixtures';
import type { OfficialEvent } from '../official.events';
import type { UnitEvent } from '../unit.events';
import { unitCommands, type UnitCommand } from './unit.commands';
import { unitDecider } from './unit.decider';

const document = decision('911/QĐ-SCT', '2025-08-29');
const staffOf = (personId: string, unitId: string): readonly OfficialEvent[] => [
  officialJoined({ personId }),
  postTaken({ personId, unitId }),
];
const units = [
  [unitFounded()],
  [unitFounded({ unitId: 'vp', name: 'Văn phòng', kind: 'office' })],
] as const;
const people = [staffOf('an', 'qlcn'), staffOf('binh', 'vp'), staffOf('chi', 'qlcn')];
const directory = directoryFrom(units, people);
const given = specify(unitDecider, { actor: officeClerk, on: day('2025-09-01'), directory });

const form = (data: Record<string, unknown> = {}): UnitCommand => ({
  type: 'FormTaskForce',
  data: unitCommands.FormTaskForce.data.parse({
    unitId: 'tct',
    name: 'Tổ công tác cơ động',
    leaderId: 'an',
    members: [{ personId: 'binh', untilOn: '2025-10-15' }],
    fromOn: '2025-09-01',
    untilOn: '2025-12-31',
    document,
    ...data,
  }),
});
const formed: UnitEvent = {
  type: 'TaskForceFormed',
  data: {
    unitId: 'tct',
    name: 'Tổ công tác cơ động',
    aliases: [],
    parentUnitId: null,
    members: [
      {
        personId: 'an',
        homeUnitId: 'qlcn',
        role: 'leader',
        fromOn: day('2025-09-01'),
        untilOn: null,
      },
      {
        personId: 'binh',
        homeUnitId: 'vp',
        role: 'member',
        fromOn: day('2025-09-01'),
        untilOn: day('2025-10-15'),
      },
    ],
    fromOn: day('2025-09-01'),
    untilOn: day('2025-12-31'),
    document,
  },
};
const add = (data: Record<string, unknown>): UnitCommand => ({
  type: 'AddTaskForceMember',
  data: unitCommands.AddTaskForceMember.data.parse({
    personId: 'chi',
    fromOn: '2025-10-01',
    ...data,
  }),
});
const added: UnitEvent = {
  type: 'TaskForceMemberAdded',
  data: {
    unitId: 'tct',
    personId: 'chi',
    homeUnitId: 'qlcn',
    role: 'member',
    fromOn: day('2025-10-01'),
    untilOn: null,
    legalBasis: null,
  },
};

describe('forming a task force', () => {
  it('keeps each member with the unit they come from', () => {
    given().when(form()).then(formed);
  });

  it.each([
    ['a member who is not in office', { members: [{ personId: 'xa' }] }, 'MEMBER_NOT_IN_OFFICE'],
    [
      'a home the member has no post in',
      { members: [{ personId: 'binh', homeUnitId: 'qlcn' }] },
      'MEMBER_NOT_IN_UNIT',
    ],
    [
      'a member named twice',
      { members: [{ personId: 'binh' }, { personId: 'binh' }] },
      'UNIT_NAMED_TWICE',
    ],
    [
      'a member who stays longer',
      { members: [{ personId: 'binh', untilOn: '2026-01-31' }] },
      'TASK_FORCE_ENDS_BEFORE',
    ],
    [
      'a member who comes earlier',
      { members: [{ personId: 'binh', fromOn: '2025-08-01' }] },
      'UNIT_DATE_TOO_EARLY',
    ],
    ['a last day before the first', { untilOn: '2025-08-31' }, 'PERIOD_ENDS_BEFORE_START'],
    ['a name another unit bears', { name: 'Văn phòng' }, 'UNIT_NAME_TAKEN'],
  ])('is refused with %s', (_what, data, code) => {
    given().when(form(data)).thenRejected(code);
  });
});

describe('the members of a task force', () => {
  const left: UnitEvent = {
    type: 'TaskForceMemberLeft',
    data: { unitId: 'tct', personId: 'chi', untilOn: day('2025-11-30'), legalBasis: null },
  };
  const leaveChi: UnitCommand = {
    type: 'RemoveTaskForceMember',
    data: { personId: 'chi', untilOn: day('2025-11-30'), legalBasis: null },
  };
  const extended: UnitEvent = {
    type: 'TaskForceExtended',
    data: { unitId: 'tct', untilOn: day('2026-03-31'), document },
  };
  const extend: UnitCommand = {
    type: 'ExtendTaskForce',
    data: { untilOn: day('2026-03-31'), document },
  };

  it('come and go by recorded days', () => {
    given(formed).when(add({})).then(added);
    given(formed, added).when(add({})).thenNothing();
    given(formed, added).when(leaveChi).then(left);
    given(formed, added, left).when(leaveChi).thenNothing();
    given(formed, added, left).when(extend).then(extended);
    given(formed, extended).when(extend).thenNothing();
  });

  it.each([
    ['somebody who is there', add({ personId: 'an' }), 'MEMBER_ALREADY_THERE'],
    ['a second leader', add({ role: 'leader' }), 'TASK_FORCE_HAS_LEADER'],
    ['somebody who is not here', add({ personId: 'xa' }), 'MEMBER_NOT_IN_OFFICE'],
    ['somebody after its last day', add({ fromOn: '2026-02-01' }), 'TASK_FORCE_ENDS_BEFORE'],
  ])('never include %s', (_what, command, code) => {
    given(formed).when(command).thenRejected(code);
  });

  it('cannot leave where they never were', () => {
    given(formed).when(leaveChi).thenRejected('MEMBER_NOT_THERE');
    given(unitFounded()).when(leaveChi).thenRejected('NOT_A_TASK_FORCE');
  });

  it('are those of the day asked for, with the unit their part of the results goes to', () => {
    const on = (date: string) =>
      directoryFrom([...units, [formed, added, left]], people)
        .membersOn('tct', day(date))
        .map(({ personId, homeUnitId }) => `${personId} ${String(homeUnitId)}`);
    expect(on('2025-08-31')).toEqual([]);
    expect(on('2025-09-30')).toEqual(['an qlcn', 'binh vp']);
    expect(on('2025-10-16')).toEqual(['an qlcn', 'chi qlcn']);
    expect(on('2025-12-01')).toEqual(['an qlcn']);
    expect(on('2026-01-01')).toEqual([]);
  });

  it('act in the task force, its leader as its head, and stand in no ranking', () => {
    const after = directoryFrom([...units, [formed, added]], people);
    expect(after.postsOf('an', day('2025-10-01'))).toEqual([
      { unitId: 'qlcn', unitKind: 'division', post: 'staff' },
      { unitId: 'tct', unitKind: 'task-force', post: 'head' },
    ]);
    expect(after.postsOf('an', day('2026-01-01'))).toHaveLength(1);
    expect(after.headsOf('tct')).toEqual([
      { personId: 'an', fromOn: '2025-09-01', untilOn: '2025-12-31' },
    ]);
    expect(after.groupUnits(day('2025-10-01')).flatMap(({ unitIds }) => unitIds)).not.toContain(
      'tct',
    );
  });

  it('are gone with a force that was dissolved early', () => {
    const ended = unitEnded({ unitId: 'tct', endedOn: day('2025-10-31') });
    const after = directoryFrom([...units, [formed, added, ended]], people);
    expect(after.membersOn('tct', day('2025-11-01'))).toEqual([]);
    expect(after.unitEndedBefore('tct', day('2025-11-01'))).toBe(true);
  });
});
