import type { LocalDate } from '@thidua/kernel';
import fc from 'fast-check';
import { directoryOf, type Directory } from '../directory/directory';
import { officialDecider } from '../official/official.decider';
import type { OfficialState } from '../official/official.state';
import { day, divisionHead, theSystem } from '../testing/organisation.fixtures';
import { unitDecider } from '../unit/unit.decider';
import type { UnitState } from '../unit/unit.state';
import type { OfficeRows, OfficialRow, PostRow, UnitRow } from './office-rows';
import { planOfficeImport, type ImportContext, type OfficeImportPlan } from './plan-import';

const unit = (unitId: string, data: Partial<UnitRow> = {}): UnitRow => ({
  line: 2,
  unitId,
  name: `Phòng ${unitId}`,
  kind: 'division',
  parentUnitId: null,
  aliases: [],
  validFrom: day('2020-01-01'),
  validUntil: null,
  ...data,
});
const official = (personId: string, data: Partial<OfficialRow> = {}): OfficialRow => ({
  line: 2,
  personId,
  name: personId,
  validFrom: day('2020-01-01'),
  validUntil: null,
  ...data,
});
const post = (personId: string, unitId: string, data: Partial<PostRow> = {}): PostRow => ({
  line: 2,
  personId,
  unitId,
  post: 'staff',
  validFrom: day('2020-01-01'),
  validUntil: null,
  ...data,
});
const rows = (data: Partial<OfficeRows> = {}): OfficeRows => ({
  units: [unit('so', { kind: 'department' }), unit('a', { parentUnitId: 'so' }), unit('b')],
  officials: [official('an'), official('binh')],
  posts: [post('an', 'a'), post('binh', 'b', { post: 'head' })],
  ...data,
});

const EMPTY: ImportContext = {
  units: new Map(),
  officials: new Map(),
  actor: theSystem,
  on: day('2026-01-01'),
};

const types = ({ units, officials }: OfficeImportPlan): readonly string[] =>
  [...units, ...officials].flatMap(({ events }) => events.map(({ type }) => type));

/** The directory after the plan was carried out. */
function after(plan: OfficeImportPlan, before: ImportContext = EMPTY): ImportContext {
  const units = new Map<string, UnitState>(before.units);
  const officials = new Map<string, OfficialState>(before.officials);
  for (const { id, events } of plan.units) {
    const state = units.get(id) ?? unitDecider.initialState;
    units.set(
      id,
      events.reduce((held, event) => unitDecider.evolve(held, event), state),
    );
  }
  for (const { id, events } of plan.officials) {
    const state = officials.get(id) ?? officialDecider.initialState;
    officials.set(
      id,
      events.reduce((held, event) => officialDecider.evolve(held, event), state),
    );
  }
  return { ...before, units, officials };
}

const imported = (given: OfficeRows, before: ImportContext = EMPTY): ImportContext =>
  after(planOfficeImport(given, before), before);
const directoryAfter = ({ units, officials }: ImportContext): Directory =>
  directoryOf({ units: [...units.values()], officials: [...officials.values()] });

describe('importing the lists of an office', () => {
  it('founds units, takes people in and gives them posts', () => {
    const plan = planOfficeImport(rows(), EMPTY);
    expect(plan.faults).toEqual([]);
    const joinings = ['OfficialJoined', 'PostTaken', 'OfficialJoined', 'PostTaken'];
    expect(types(plan)).toEqual(['UnitFounded', 'UnitFounded', 'UnitFounded', ...joinings]);
  });

  it('again changes nothing', () => {
    const left = [official('an', { validUntil: day('2025-06-30') }), official('binh')];
    const ended = [...rows().units, unit('c', { validUntil: day('2024-12-31') })];
    for (const given of [rows(), rows({ officials: left, units: ended })]) {
      expect(types(planOfficeImport(given, imported(given)))).toEqual([]);
    }
  });

  it.each<readonly [string, Partial<OfficeRows>, readonly string[]]>([
    [
      'a name',
      { units: [unit('b', { name: 'Phòng B mới', validFrom: day('2025-01-01') })] },
      ['UnitRenamed'],
    ],
    [
      'a parent',
      { units: [unit('b', { parentUnitId: 'so', validFrom: day('2025-01-01') })] },
      ['UnitMoved'],
    ],
    [
      'a kind',
      { units: [unit('b', { kind: 'office', validFrom: day('2025-01-01') })] },
      ['UnitKindChanged'],
    ],
    [
      'an alias',
      { units: [unit('b', { aliases: ['P.B'], validFrom: day('2025-01-01') })] },
      ['UnitAliasAdded'],
    ],
    ['the end of a unit', { units: [unit('b', { validUntil: day('2025-01-01') })] }, ['UnitEnded']],
    [
      'a post',
      { posts: [post('an', 'b', { validFrom: day('2025-01-01') })] },
      ['PostLeft', 'PostTaken'],
    ],
    [
      'a second post',
      { posts: [post('an', 'a'), post('an', 'b', { validFrom: day('2025-01-01') })] },
      ['PostTaken'],
    ],
    [
      'the end of a post',
      { posts: [post('an', 'a', { validUntil: day('2025-01-01') })] },
      ['PostLeft'],
    ],
    [
      'a leaving',
      { officials: [official('an', { validUntil: day('2025-01-01') })] },
      ['OfficialLeft', 'PostLeft'],
    ],
  ])('records of %s no more than what changed', (_what, changed, expected) => {
    const lists = { units: [], officials: [], posts: [], ...changed };
    const plan = planOfficeImport(lists, imported(rows()));
    expect(plan.faults).toEqual([]);
    expect(types(plan)).toEqual(expected);
  });

  it('ends the former post the day before the new one begins', () => {
    const changed = rows({ posts: [post('an', 'b', { validFrom: day('2025-01-01') })] });
    const directory = directoryAfter(imported(changed, imported(rows())));
    const units = (on: LocalDate) => directory.postsOf('an', on).map(({ unitId }) => unitId);
    expect(units(day('2024-12-31'))).toEqual(['a']);
    expect(units(day('2025-01-01'))).toEqual(['b']);
  });

  it.each<readonly [string, Partial<OfficeRows>, object]>([
    [
      'a name that is taken',
      { units: [...rows().units, unit('c', { line: 7, name: 'Phòng b' })] },
      { list: 'units', line: 7, column: 'name' },
    ],
    [
      'a parent that is not there',
      { units: [unit('c', { parentUnitId: 'x' })] },
      { list: 'units', line: 2, column: 'parent' },
    ],
    [
      'units under each other',
      { units: [unit('c', { parentUnitId: 'd' }), unit('d', { parentUnitId: 'c' })] },
      { column: 'parent' },
    ],
    [
      'a post in a unit that is not there',
      { posts: [post('an', 'x', { line: 3 })] },
      { list: 'posts', line: 3, column: 'unit' },
    ],
    [
      'a post of a stranger',
      { posts: [post('xa', 'a', { line: 4 })] },
      { list: 'posts', line: 4, column: 'person' },
    ],
  ])('names the row and the column of %s', (_what, data, fault) => {
    expect(planOfficeImport(rows(data), EMPTY).faults[0]).toMatchObject(fault);
  });

  it('is refused as a whole to somebody who may not keep the directory', () => {
    expect(() => planOfficeImport(rows(), { ...EMPTY, actor: divisionHead })).toThrow(
      /UNIT_KEEPER/,
    );
  });
});

describe('the directory by date', () => {
  const DAYS = ['2019-06-01', '2020-06-01', '2023-06-01', '2025-06-01'].map(day);
  const given = rows({
    units: [
      ...rows().units,
      unit('b', { name: 'Phòng B mới', validFrom: day('2023-01-01') }),
      unit('b', { name: 'Phòng B mới', parentUnitId: 'so', validFrom: day('2025-01-01') }),
    ],
    officials: [
      official('an', { validUntil: day('2022-12-31') }),
      official('an', { validFrom: day('2024-01-01') }),
      official('binh'),
    ],
    posts: [
      post('an', 'a', { validUntil: day('2022-12-31') }),
      post('an', 'b', { validFrom: day('2024-01-01') }),
      post('binh', 'b', { post: 'head' }),
    ],
  });
  const seen = (directory: Directory) =>
    DAYS.map((on) => ({
      units: directory.unitsOn(on),
      people: directory.peopleOn(on).map((id) => [id, directory.postsOf(id, on)]),
      named: directory.unitsNamed('Phòng B mới', on),
    }));
  const expected = seen(directoryAfter(imported(given)));

  it('does not depend on the order in which rows and streams come', () => {
    const shuffled = <T>(items: readonly T[]) =>
      fc.shuffledSubarray([...items], { minLength: items.length });
    const anyOrder = fc.record({
      units: shuffled(given.units),
      officials: shuffled(given.officials),
      posts: shuffled(given.posts),
    });
    fc.assert(
      fc.property(anyOrder, fc.boolean(), (order, reversed) => {
        const { units, officials } = imported(order);
        const turned = <T>(items: Iterable<T>) => (reversed ? [...items].toReversed() : [...items]);
        const directory = directoryOf({
          units: turned(units.values()),
          officials: turned(officials.values()),
        });
        expect(seen(directory)).toEqual(expected);
      }),
    );
  });

  it('resolves a name only from the day on which it is borne, and the former one until then', () => {
    const directory = directoryAfter(imported(given));
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 900 }), (offset) => {
        const on = new Date(Date.UTC(2023, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
        const standing = day(on) >= day('2020-01-01');
        const [former, later] = ['Phòng b', 'Phòng B mới'].map((name) =>
          directory.unitsNamed(name, day(on)),
        );
        expect(former).toEqual(standing && offset < 0 ? ['b'] : []);
        expect(later).toEqual(offset >= 0 ? ['b'] : []);
      }),
    );
  });
});
