import { resolvePlanTexts } from '@thidua/organisation';
import { localDate } from '@thidua/kernel';
import { parsePlan } from '@thidua/plan-import';
import { officeOfLog } from '../log/office-of-log';
import { directoryAfter } from '../testing/rule-book';
import { officeEntries } from '../testing/sample-year';
import {
  isPlanNumberOf,
  planDocument,
  planNumber,
  planRequests,
  taskNumber,
} from './plan-document';

const entries = officeEntries();
const office = { ...officeOfLog(entries, 2025, 'nobody'), leavers: new Map() };
const units = office.units.filter(({ kind }) => kind !== 'department');
const request = { year: 2025, seed: 7, count: 1, taskCount: 200, units };

describe('a generated plan', () => {
  const draft = parsePlan(planDocument(request));

  it('is read by the importer, task by task, for its year', () => {
    expect(draft.year).toBe(2025);
    expect(draft.tasks.map(({ no }) => no)).toEqual(
      Array.from({ length: 200 }, (_, index) => taskNumber(index)),
    );
  });

  it('leaves the importer with nothing it could not read, though not every task lists a product', () => {
    expect(draft.warnings.filter(({ code }) => code !== 'FIELD_MISSING')).toEqual([]);
    expect(draft.tasks.filter(({ product }) => product.length > 1).length).toBeGreaterThan(20);
    expect(draft.tasks.filter(({ lead, timeText }) => lead.length === 0 || !timeText)).toEqual([]);
  });

  it('names only units the directory knows', () => {
    const directory = directoryAfter(entries, office);
    const resolved = resolvePlanTexts(directory, draft.tasks, localDate('2025-01-10'));
    const open = draft.tasks.filter(({ no }) => (resolved[no]?.leads.length ?? 0) === 0);
    expect(open.map(({ no }) => no)).toEqual([]);
  });

  it('holds every kind of time a plan can state', () => {
    const kinds = new Set(draft.tasks.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['one-off', 'ongoing', 'recurring']));
    const dated = draft.tasks.filter(({ due }) => due !== null);
    expect(dated.length).toBeGreaterThan(120);
    expect(dated.every(({ due }) => due?.startsWith('2025-'))).toBe(true);
    expect(draft.tasks.filter(({ conditional }) => conditional !== null).length).toBeGreaterThan(
      10,
    );
  });

  it('has the same bytes for the same request and others for another seed or number', () => {
    expect(planDocument(request)).toBe(planDocument({ ...request }));
    expect(planDocument({ ...request, seed: 8 })).not.toBe(planDocument(request));
    expect(planDocument({ ...request, count: 2 })).not.toBe(planDocument(request));
  });

  it('is told from the plans of the office and of other seeds by its number', () => {
    expect(isPlanNumberOf(planNumber(request), 7)).toBe(true);
    expect(isPlanNumberOf(planNumber(request), 70)).toBe(false);
    expect(isPlanNumberOf('05/KH-SCT', 7)).toBe(false);
  });
});

describe('the plans for a number of missing tasks', () => {
  const sizes = (missing: number) =>
    planRequests(missing, { year: 2025, seed: 7, units }).map(({ taskCount }) => taskCount);

  it('are full but for the last one', () => {
    expect(sizes(450)).toEqual([200, 200, 50]);
    expect(sizes(200)).toEqual([200]);
  });

  it('are none when nothing is missing', () => {
    expect(sizes(0)).toEqual([]);
    expect(sizes(-5)).toEqual([]);
  });
});
