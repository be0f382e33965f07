import { specify } from '@thidua/kernel/testing';
import {
  day,
  decision,
  directoryFrom,
  divisionHead,
  officeClerk,
  theSystem,
  unitEnded,
  unitFounded,
  unitRenamed,
} from '../testing/organisation.fixtures';
import type { OrganisationContext } from '../organisation-context';
import type { UnitEvent } from '../unit.events';
import { unitCommands, type UnitCommand } from './unit.commands';
import { unitDecider } from './unit.decider';

const document = decision('15/QĐ-UBND', '2025-06-20');
const department = unitFounded({ unitId: 'sct', name: 'Sở', kind: 'department' });
const energy = unitFounded({ unitId: 'qlnl', name: 'Phòng Năng lượng', parentUnitId: 'sct' });
const industry = unitFounded({ name: 'Phòng Công nghiệp', parentUnitId: 'sct' });
const team = unitFounded({ unitId: 'doi', name: 'Đội kỹ thuật', parentUnitId: 'qlnl' });
const young = unitFounded({ unitId: 'moi', name: 'Phòng Mới', fromOn: day('2026-01-01') });
const gone = [
  unitFounded({ unitId: 'cu', name: 'Phòng Cũ' }),
  unitEnded({ unitId: 'cu', endedOn: day('2024-12-31') }),
];
const directory = directoryFrom([[department], [energy], [industry], [team], [young], gone]);
const context: OrganisationContext = { actor: officeClerk, on: day('2025-07-01'), directory };
const given = specify(unitDecider, context);

const merge = (mergedUnitIds: readonly string[], effectiveOn = '2025-07-01'): UnitCommand => ({
  type: 'MergeUnits',
  data: unitCommands.MergeUnits.data.parse({ mergedUnitIds, effectiveOn, document }),
});
const merged: UnitEvent = {
  type: 'UnitMerged',
  data: { unitId: 'qlcn', mergedUnitIds: ['qlnl'], effectiveOn: day('2025-07-01'), document },
};
const split = (data: Record<string, unknown> = {}): UnitCommand => ({
  type: 'SplitUnit',
  data: unitCommands.SplitUnit.data.parse({
    intoUnitIds: ['qlnl', 'doi'],
    restUnitId: 'qlnl',
    effectiveOn: '2025-07-01',
    document,
    ...data,
  }),
});

describe('merging units', () => {
  it('is one event on the stream of the unit that goes on', () => {
    given(industry)
      .when(merge(['qlnl']))
      .then(merged);
  });

  it('is recorded once', () => {
    given(industry, merged)
      .when(merge(['qlnl']))
      .thenNothing();
  });

  it.each([
    ['into itself', merge(['qlcn']), 'UNIT_SUCCESSOR_IS_ITSELF'],
    ['of a unit named twice', merge(['qlnl', 'qlnl']), 'UNIT_NAMED_TWICE'],
    ['of a unit nobody knows', merge(['khong-co']), 'UNIT_UNKNOWN'],
    ['of a unit that ended', merge(['cu']), 'UNIT_ALREADY_ENDED'],
    ['of a unit that began later', merge(['moi']), 'UNIT_NOT_STANDING'],
    ['of a unit above it', merge(['sct']), 'UNIT_UNDER_ITSELF'],
    ['before it was founded', merge(['qlnl'], '2019-01-01'), 'UNIT_NOT_STANDING'],
  ])('is refused %s', (_what, command, code) => {
    given(industry).when(command).thenRejected(code);
  });

  it('is refused before the last change of a merged unit', () => {
    const renamed = unitRenamed({ unitId: 'qlnl', name: 'Phòng Điện', fromOn: day('2025-08-01') });
    given(industry)
      .when(merge(['qlnl']), { directory: directoryFrom([[industry], [energy, renamed]]) })
      .thenRejected('UNIT_CHANGED_LATER', { changedOn: '2025-08-01', notBefore: '2025-08-02' });
  });

  it('is refused to the head of a division', () => {
    given(industry)
      .when(merge(['qlnl']), { actor: divisionHead })
      .thenRejected('UNIT_KEEPER_ONLY');
  });
});

describe('completing a merger', () => {
  const complete: UnitCommand = {
    type: 'CompleteMerger',
    data: { intoUnitId: 'qlcn', endedOn: day('2025-06-30'), document },
  };

  it('ends the merged unit the day before, with its successor', () => {
    given(energy)
      .when(complete, { actor: theSystem })
      .thenMatching({
        type: 'UnitEnded',
        data: { endedOn: '2025-06-30', how: 'merged', successorUnitIds: ['qlcn'] },
      });
  });

  it('leaves a unit alone that ended meanwhile', () => {
    given(energy, unitEnded({ unitId: 'qlnl' }))
      .when(complete, { actor: theSystem })
      .thenNothing();
  });

  it('is for the system alone', () => {
    given(energy).when(complete).thenRejected('SYSTEM_ONLY');
  });
});

describe('splitting a unit', () => {
  it('ends it the day before, and its stand-ins are the successors', () => {
    given(industry)
      .when(split())
      .thenMatching({ type: 'UnitSplit', data: { unitId: 'qlcn' } });
    const event: UnitEvent = {
      type: 'UnitSplit',
      data: {
        unitId: 'qlcn',
        intoUnitIds: ['qlnl', 'doi'],
        shares: [],
        restUnitId: 'qlnl',
        effectiveOn: day('2025-07-01'),
        document,
      },
    };
    const after = directoryFrom([[energy], [team], [industry, event]]);
    expect(after.unitOn('qlcn', day('2025-06-30'))).not.toBeNull();
    expect(after.unitOn('qlcn', day('2025-07-01'))).toBeNull();
    expect(after.standInsOn('qlcn', day('2025-07-01'))).toEqual(['qlnl', 'doi']);
    given(industry, event).when(split()).thenNothing();
    given(industry, event)
      .when(split({ effectiveOn: '2025-08-01' }))
      .thenRejected('UNIT_ALREADY_ENDED');
  });

  it('lets the unit go on that is among its own successors', () => {
    const event: UnitEvent = {
      type: 'UnitSplit',
      data: {
        ...unitCommands.SplitUnit.data.parse({
          intoUnitIds: ['qlcn', 'doi'],
          restUnitId: 'qlcn',
          effectiveOn: '2025-07-01',
          document,
        }),
        unitId: 'qlcn',
      },
    };
    expect(directoryFrom([[industry, event]]).unitOn('qlcn', day('2025-07-01'))).not.toBeNull();
    given(industry, event)
      .when(split({ intoUnitIds: ['doi', 'qlcn'], restUnitId: 'qlcn' }))
      .thenNothing();
  });

  it('is refused when an open task would have no successor', () => {
    given(industry)
      .when(split({ restUnitId: null, shares: [{ taskId: 't1', unitId: 'doi' }] }), {
        openTaskIds: ['t1', 't2'],
      })
      .thenRejected('SPLIT_SHARES_MISSING', { taskIds: ['t2'] });
  });

  it.each([
    [
      'a share for a unit outside',
      { shares: [{ taskId: 't1', unitId: 'sct' }] },
      'SPLIT_SHARE_OUTSIDE',
    ],
    ['the rest for a unit outside', { restUnitId: 'sct' }, 'SPLIT_SHARE_OUTSIDE'],
    [
      'a task that is not open',
      { shares: [{ taskId: 't9', unitId: 'doi' }] },
      'SPLIT_TASK_NOT_OPEN',
    ],
    ['itself alone', { intoUnitIds: ['qlcn'], restUnitId: 'qlcn' }, 'UNIT_SUCCESSOR_IS_ITSELF'],
    [
      'a successor that is not known',
      { intoUnitIds: ['xa', 'doi'], restUnitId: 'doi' },
      'UNIT_SUCCESSOR_NOT_KNOWN',
    ],
    [
      'a successor that does not stand',
      { intoUnitIds: ['cu', 'doi'], restUnitId: 'doi' },
      'UNIT_NOT_STANDING',
    ],
    ['a day before its last change', { effectiveOn: '2019-06-01' }, 'UNIT_CHANGED_LATER'],
  ])('is refused with %s', (_what, data, code) => {
    given(industry)
      .when(split(data), { openTaskIds: ['t1'] })
      .thenRejected(code);
  });
});

describe('a unit of another kind', () => {
  const change: UnitCommand = {
    type: 'ChangeUnitKind',
    data: { kind: 'sub-department', fromOn: day('2025-03-01'), legalBasis: null },
  };

  it('is of the former kind before the day and of the new one from it on', () => {
    const changed: UnitEvent = {
      type: 'UnitKindChanged',
      data: { unitId: 'qlcn', kind: 'sub-department', fromOn: day('2025-03-01'), legalBasis: null },
    };
    given(industry).when(change).then(changed);
    given(industry, changed).when(change).thenNothing();
    const after = directoryFrom([[industry, changed]]);
    expect(after.unitOn('qlcn', day('2025-02-28'))?.kind).toBe('division');
    expect(after.groupUnits(day('2025-03-01'))).toEqual([
      { kind: 'sub-department', unitIds: ['qlcn'] },
    ]);
  });
});
