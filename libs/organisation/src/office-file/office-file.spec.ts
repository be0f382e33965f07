import { day, departmentClerk, directoryOfOffice } from '../testing/organisation.fixtures';
import { officeCommands } from './office-commands';
import { readOfficeFile, type OfficeFile } from './office-file';

const unit = (unitId: string, kind: string, parentUnitId: string | null, name = unitId) => ({
  unitId,
  name,
  kind,
  parentUnitId,
  fromOn: '2020-01-01',
});
const person = (personId: string, unitId: string, fromOn = '2020-01-01') => ({
  personId,
  name: 'Nguyễn Văn Mẫu',
  fromOn: '2020-01-01',
  posts: [{ unitId, post: 'staff', fromOn }],
});
const small = {
  department: 'sct',
  units: [
    unit('doi', 'division', 'vp', 'Đội nghiệp vụ'),
    unit('vp', 'office', 'sct', 'Văn phòng Sở'),
    unit('sct', 'department', null, 'Sở Mẫu'),
  ],
  people: [person('cb-001', 'vp')],
};
const problemsOf = (change: object) => {
  const reading = readOfficeFile({ ...small, ...change });
  return reading.outcome === 'refused' ? reading.problems.map(({ path }) => path) : [];
};
function fileOf(json: unknown): OfficeFile {
  const reading = readOfficeFile(json);
  if (reading.outcome === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.file;
}

describe('reading an office file', () => {
  it.each([
    ['department', { department: 'vp' }],
    ['units[3].unitId', { units: [...small.units, unit('vp', 'division', null, 'Khác')] }],
    ['units[3].parentUnitId', { units: [...small.units, unit('a', 'division', 'b')] }],
    ['units[3].parentUnitId', { units: [...small.units, unit('a', 'division', 'a')] }],
    ['units[3].name', { units: [...small.units, unit('a', 'division', 'sct', 'VĂN PHÒNG SỞ')] }],
    ['units[3].kind', { units: [...small.units, unit('a', 'phòng', 'sct')] }],
    [
      'units[3].fromOn',
      { units: [...small.units, { ...unit('a', 'division', 'sct'), fromOn: '2020-02-30' }] },
    ],
    ['people[1].personId', { people: [...small.people, person('cb-001', 'vp')] }],
    ['people[1].posts[0].unitId', { people: [...small.people, person('cb-002', 'khong-co')] }],
    ['people[0].posts[0].fromOn', { people: [person('cb-001', 'vp', '2019-12-31')] }],
    ['people[0].name', { people: [{ ...person('cb-001', 'vp'), name: '' }] }],
  ])('names the path of what is wrong: %s', (path, change) => {
    expect(problemsOf(change)).toContain(path);
  });

  it('tells several problems at once', () => {
    expect(
      problemsOf({ department: 'x', people: [person('cb-001', 'a'), person('cb-001', 'vp')] }),
    ).toEqual(['people[1].personId', 'department', 'people[0].posts[0].unitId']);
  });

  it('refuses what is no office file at all', () => {
    expect(readOfficeFile([]).outcome).toBe('refused');
    expect(readOfficeFile(null).outcome).toBe('refused');
  });
});

describe('the commands of an office file', () => {
  it('found parents before the units under them', () => {
    expect(officeCommands(fileOf(small)).units.map(({ unitId }) => unitId)).toEqual([
      'sct',
      'vp',
      'doi',
    ]);
  });

  it('carry no name of a person', () => {
    const { officials, units, names } = officeCommands(fileOf(small));
    expect(JSON.stringify([officials, units])).not.toContain('Nguyễn Văn Mẫu');
    expect(names).toEqual([{ personId: 'cb-001', name: 'Nguyễn Văn Mẫu', email: null }]);
  });

  it('are each accepted in their order, and by nobody who may not', () => {
    const directory = directoryOfOffice(fileOf(small));
    expect(directory.postsOf('cb-001', day('2020-01-01'))).toEqual([
      { unitId: 'vp', unitKind: 'office', post: 'staff' },
    ]);
    expect(() => directoryOfOffice(fileOf(small), departmentClerk)).toThrow('UNIT_KEEPER_ONLY');
  });
});
