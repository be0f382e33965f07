import { specify } from '@thidua/kernel/testing';
import {
  day,
  departmentClerk,
  directoryFrom,
  divisionHead,
  integratedService,
  officeClerk,
  theSystem,
  unitEnded,
  unitFounded,
  unitRenamed,
} from '../testing/organisation.fixtures';
import { unitCommands, type UnitCommand } from './unit.commands';
import { unitDecider } from './unit.decider';
import { evolveUnit } from './unit.state';

const department = unitFounded({ unitId: 'sct', name: 'Sở Công Thương', kind: 'department' });
const office = unitFounded({
  unitId: 'vp',
  name: 'Văn phòng Sở',
  kind: 'office',
  parentUnitId: 'sct',
});
const team = unitFounded({ unitId: 'doi', name: 'Đội nghiệp vụ', parentUnitId: 'vp' });
const directory = directoryFrom([[department], [office], [team]]);
const given = specify(unitDecider, { actor: officeClerk, on: day('2026-01-01'), directory });

const found = (data: Record<string, unknown> = {}): UnitCommand => ({
  type: 'FoundUnit',
  data: unitCommands.FoundUnit.data.parse({
    unitId: 'qlcn',
    name: 'Phòng Quản lý công nghiệp',
    kind: 'division',
    fromOn: '2020-01-01',
    ...data,
  }),
});
const rename = (name: string, fromOn: string): UnitCommand => ({
  type: 'RenameUnit',
  data: { name, fromOn: day(fromOn), legalBasis: null },
});
const alias = (text: string, fromOn = '2022-01-01'): UnitCommand => ({
  type: 'AddUnitAlias',
  data: { alias: text, fromOn: day(fromOn) },
});
const move = (parentUnitId: string | null, fromOn = '2023-01-01'): UnitCommand => ({
  type: 'MoveUnit',
  data: { parentUnitId, fromOn: day(fromOn), legalBasis: null },
});
const end = (data: Record<string, unknown> = {}): UnitCommand => ({
  type: 'EndUnit',
  data: unitCommands.EndUnit.data.parse({ endedOn: '2025-06-30', how: 'dissolved', ...data }),
});

describe('founding a unit', () => {
  it.each([
    ['a head of a division', divisionHead],
    ['a clerk of the department without the Office', departmentClerk],
    ['an integrated service', integratedService],
  ])('is refused to %s', (_who, actor) => {
    given().when(found(), { actor }).thenRejected('UNIT_KEEPER_ONLY');
  });

  it('is refused when the unit was already founded', () => {
    given(unitFounded()).when(found()).thenRejected('UNIT_ALREADY_FOUNDED', { unitId: 'qlcn' });
  });

  it('is refused under a unit that does not stand on that day', () => {
    given()
      .when(found({ parentUnitId: 'khong-co' }))
      .thenRejected('UNIT_PARENT_NOT_STANDING');
    given()
      .when(found({ parentUnitId: 'sct', fromOn: '2019-12-31' }))
      .thenRejected('UNIT_PARENT_NOT_STANDING', { on: '2019-12-31' });
  });

  it('is refused under itself', () => {
    given()
      .when(found({ parentUnitId: 'qlcn' }))
      .thenRejected('UNIT_UNDER_ITSELF');
  });

  it('is refused when another unit answers to the name or an alias, however it is spelt', () => {
    given()
      .when(found({ name: 'VĂN  PHÒNG SỞ' }))
      .thenRejected('UNIT_NAME_TAKEN', { byUnitId: 'vp' });
    given()
      .when(found({ aliases: ['Văn phòng sở'] }))
      .thenRejected('UNIT_NAME_TAKEN');
  });

  it('is recorded by the Office and by the system at first start', () => {
    given()
      .when(found({ parentUnitId: 'sct' }))
      .then(unitFounded({ parentUnitId: 'sct' }));
    given().when(found(), { actor: theSystem }).then(unitFounded());
  });
});

describe('renaming a unit', () => {
  it('is refused for a unit nobody founded', () => {
    given().when(rename('Phòng Công nghiệp', '2024-01-01')).thenRejected('UNIT_NOT_FOUNDED');
  });

  it('is refused on or before the day of the name in force', () => {
    given(unitFounded())
      .when(rename('Phòng Công nghiệp', '2020-01-01'))
      .thenRejected('UNIT_DATE_TOO_EARLY');
    given(unitFounded(), unitRenamed({ fromOn: day('2024-01-01') }))
      .when(rename('Phòng Công thương', '2023-05-01'))
      .thenRejected('UNIT_DATE_TOO_EARLY', { notBefore: '2024-01-02' });
  });

  it('is refused when the name belongs to another unit', () => {
    given(unitFounded()).when(rename('Văn phòng Sở', '2024-01-01')).thenRejected('UNIT_NAME_TAKEN');
  });

  it('is refused once the unit has ended', () => {
    given(unitFounded(), unitEnded())
      .when(rename('Phòng Công nghiệp', '2024-01-01'))
      .thenRejected('UNIT_ALREADY_ENDED', { endedOn: '2025-06-30' });
  });

  it('changes nothing when the unit already bears the name', () => {
    given(unitFounded()).when(rename('Phòng Quản lý công nghiệp', '2024-01-01')).thenNothing();
  });

  it('keeps the earlier name for earlier days', () => {
    given(unitFounded()).when(rename('Phòng Công nghiệp', '2024-01-01')).then(unitRenamed());
    const renamed = directoryFrom([[unitFounded(), unitRenamed()]]);
    expect(renamed.nameOn('qlcn', day('2023-12-31'))).toBe('Phòng Quản lý công nghiệp');
    expect(renamed.nameOn('qlcn', day('2024-01-01'))).toBe('Phòng Công nghiệp');
  });
});

describe('adding an alias', () => {
  it('is refused before the unit exists and when another unit bears it', () => {
    given(unitFounded()).when(alias('QLCN', '2019-01-01')).thenRejected('UNIT_DATE_TOO_EARLY');
    given(unitFounded()).when(alias('Văn phòng Sở')).thenRejected('UNIT_NAME_TAKEN');
  });

  it('changes nothing when the unit already answers to it', () => {
    given(unitFounded({ aliases: ['QLCN'] }))
      .when(alias('qlcn'))
      .thenNothing();
  });

  it('holds from its day on', () => {
    given(unitFounded())
      .when(alias('QLCN'))
      .then({
        type: 'UnitAliasAdded',
        data: { unitId: 'qlcn', alias: 'QLCN', fromOn: day('2022-01-01') },
      });
  });
});

describe('moving a unit', () => {
  it('is refused under itself and under one of its own sub-units', () => {
    given(office).when(move('vp')).thenRejected('UNIT_UNDER_ITSELF');
    given(office).when(move('doi')).thenRejected('UNIT_UNDER_ITSELF');
  });

  it('is refused under an unknown unit and before the place in force began', () => {
    given(office).when(move('khong-co')).thenRejected('UNIT_PARENT_NOT_STANDING');
    given(office).when(move(null, '2019-01-01')).thenRejected('UNIT_DATE_TOO_EARLY');
  });

  it('changes nothing when the unit already stands there', () => {
    given(office).when(move('sct')).thenNothing();
  });

  it('records the new place from its day', () => {
    given(team)
      .when(move('sct'))
      .thenMatching({ type: 'UnitMoved', data: { unitId: 'doi', parentUnitId: 'sct' } });
  });
});

describe('ending a unit', () => {
  it('is refused before its founding or before its latest change', () => {
    given(unitFounded())
      .when(end({ endedOn: '2019-12-31' }))
      .thenRejected('UNIT_DATE_TOO_EARLY');
    given(unitFounded(), unitRenamed({ fromOn: day('2025-09-01') }))
      .when(end())
      .thenRejected('UNIT_DATE_TOO_EARLY', { notBefore: '2025-09-01' });
  });

  it.each(['merged', 'split'])('is refused when %s without a successor', (how) => {
    given(unitFounded()).when(end({ how })).thenRejected('UNIT_SUCCESSOR_MISSING');
  });

  it('is refused when the successor is the unit itself or unknown', () => {
    given(unitFounded())
      .when(end({ how: 'merged', successorUnitIds: ['qlcn'] }))
      .thenRejected('UNIT_SUCCESSOR_IS_ITSELF');
    given(unitFounded())
      .when(end({ how: 'merged', successorUnitIds: ['khong-co'] }))
      .thenRejected('UNIT_SUCCESSOR_NOT_KNOWN', { unitIds: ['khong-co'] });
  });

  it('is refused a second time on another day, and changes nothing on the same', () => {
    given(unitFounded(), unitEnded())
      .when(end({ endedOn: '2025-07-01' }))
      .thenRejected('UNIT_ALREADY_ENDED');
    given(unitFounded(), unitEnded()).when(end()).thenNothing();
  });

  it('names the successors', () => {
    given(unitFounded())
      .when(end({ how: 'merged', successorUnitIds: ['vp'] }))
      .then(unitEnded({ how: 'merged', successorUnitIds: ['vp'] }));
  });
});

describe('the state of a unit', () => {
  it('takes an event about a unit nobody founded without a word', () => {
    expect(evolveUnit(unitDecider.initialState, unitRenamed())).toEqual({ status: 'absent' });
  });

  it('keeps periods in the order of their days whatever the order of the events', () => {
    const state = [
      unitFounded(),
      unitRenamed({ name: 'B', fromOn: day('2024-01-01') }),
      unitRenamed({ name: 'A', fromOn: day('2022-01-01') }),
    ].reduce(evolveUnit, unitDecider.initialState);
    expect(state).toMatchObject({ names: [{}, { value: 'A' }, { value: 'B' }] });
  });

  it('is plain JSON', () => {
    const state = [unitFounded({ aliases: ['QLCN'] }), unitEnded()].reduce(
      evolveUnit,
      unitDecider.initialState,
    );
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
});
