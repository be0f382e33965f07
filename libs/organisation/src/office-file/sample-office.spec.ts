import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  resolvePlanTexts,
  type WrittenResponsibilities,
} from '../directory/resolve-responsibilities';
import { day, directoryOfOffice } from '../testing/organisation.fixtures';
import { readOfficeFile, type OfficeFile } from './office-file';

const parsed = (path: string): unknown => JSON.parse(readFileSync(resolve(path), 'utf8'));

function sampleOffice(): OfficeFile {
  const reading = readOfficeFile(parsed('examples/office/sample-office.json'));
  if (reading.outcome === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.file;
}

describe('the sample office', () => {
  const file = sampleOffice();
  const directory = directoryOfOffice(file);
  const on = day('2025-09-18');

  it('has a department, its Office, four divisions, a sub-department and a task force', () => {
    expect(directory.departmentUnitId(on)).toBe(file.department);
    expect(directory.officeUnitIds(on)).toEqual(['vp']);
    expect(directory.groupUnits(on)).toEqual([
      { kind: 'division', unitIds: ['ktatmt', 'qlcn', 'qlnl', 'qltm'] },
      { kind: 'office', unitIds: ['vp'] },
      { kind: 'sub-department', unitIds: ['ccqltt'] },
    ]);
    expect(directory.unitOn('tctcd', day('2025-08-28'))).toBeNull();
    expect(directory.unitOn('tctcd', day('2025-08-29'))?.kind).toBe('task-force');
  });

  it('gives each unit exactly one head and at least one deputy', () => {
    const posts = file.people.flatMap(({ personId }) => directory.postsOf(personId, on));
    for (const { unitId } of directory.unitsOn(on)) {
      const held = posts.filter((post) => post.unitId === unitId).map(({ post }) => post);
      expect([unitId, held.filter((post) => post === 'head').length]).toEqual([unitId, 1]);
      expect([unitId, held.includes('deputy')]).toEqual([unitId, true]);
    }
  });

  it.each([
    ['Văn phòng', 'vp'],
    ['Chi cục QLTT', 'ccqltt'],
    ['Phòng Kỹ thuật an toàn - Môi trường', 'ktatmt'],
    ['Tổ công tác', 'tctcd'],
  ])('is known by the names plans use: %s', (written, unitId) => {
    expect(directory.resolveUnitText(written, { date: on }).unitIds).toEqual([unitId]);
  });
});

describe('the sample plan of 2025', () => {
  const labels = parsed('examples/plans/ke-hoach-mau-2025.labels.json') as {
    readonly tasks: readonly (Omit<WrittenResponsibilities, 'focal'> & {
      readonly focal?: readonly string[];
    })[];
  };
  const tasks = labels.tasks.map((task) => ({ ...task, focal: task.focal ?? [] }));
  const read = resolvePlanTexts(directoryOfOffice(sampleOffice()), tasks, day('2025-01-20'));

  it('finds a lead in the sample office for every task', () => {
    expect(tasks.length).toBeGreaterThan(0);
    for (const [no, { leads, problems }] of Object.entries(read)) {
      const unknownLeads = problems.filter(({ field }) => field !== 'coordinating');
      expect([no, leads.length > 0, unknownLeads]).toEqual([no, true, []]);
    }
  });
});

const GOLD = '../shared/gold/000_92bbb0a64c55724c.tasks.json';
// The labelled plan lives beside the project, not in it; without it there is nothing to compare with.
const isPresent = existsSync(resolve(GOLD));
const whereTheGoldIs = isPresent ? describe : describe.skip;
const why = isPresent ? '' : ' (skipped: the reference papers are not on this machine)';

whereTheGoldIs(`the labelled plan${why}`, () => {
  const gold = isPresent ? (parsed(GOLD) as readonly Omit<WrittenResponsibilities, 'focal'>[]) : [];
  const tasks = gold.map((task) => ({ ...task, focal: [] }));
  const read = resolvePlanTexts(directoryOfOffice(sampleOffice()), tasks, day('2025-09-18'));

  it('resolves every lead and every coordinating unit in the sample office', () => {
    expect(Object.keys(read)).toHaveLength(28);
    for (const [no, { leads, problems, openPartners }] of Object.entries(read)) {
      expect([no, leads.length, problems, openPartners]).toEqual([no, 1, [], []]);
    }
  });

  it('spreads the lead as the paper does', () => {
    const count = new Map<string, number>();
    for (const { leads } of Object.values(read)) {
      for (const { unitId } of leads) count.set(unitId, (count.get(unitId) ?? 0) + 1);
    }
    expect(Object.fromEntries(count)).toEqual({
      vp: 8,
      qlcn: 4,
      qlnl: 4,
      qltm: 8,
      ktatmt: 2,
      ccqltt: 1,
      tctcd: 1,
    });
  });

  it('lets the specialised divisions coordinate, without the one that leads', () => {
    expect(read['2.3.a']?.coordinatingUnitIds.toSorted()).toEqual(['ktatmt', 'qlnl', 'qltm']);
    expect(read['2.18']?.coordinatingUnitIds.toSorted()).toEqual([
      'ccqltt',
      'ktatmt',
      'qlcn',
      'qlnl',
      'qltm',
    ]);
  });
});
