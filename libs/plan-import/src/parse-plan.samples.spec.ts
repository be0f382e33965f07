import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodePlanFile, parsePlan, type PlanDraft } from '.';

const samples = resolve(process.cwd(), 'examples/plans');
const read = (name: string): PlanDraft =>
  parsePlan(decodePlanFile(readFileSync(resolve(samples, name))).text);
const labels = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(resolve(samples, name), 'utf8')) as Record<string, unknown>;

/** The draft as a person labels it: without lines of origin and warnings. */
const labelled = ({ title, year, tasks, targets }: PlanDraft): Record<string, unknown> => ({
  title,
  year,
  tasks: tasks.map((task) => withoutOrigin(task)),
  targets: targets.map((target) => withoutOrigin(target)),
});
const withoutOrigin = (item: object) =>
  Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'origin'));

describe.each(['ke-hoach-mau-2025', 'ke-hoach-cai-cach-mau-2026'])('the sample plan %s', (name) => {
  const draft = read(`${name}.txt`);

  it('reads as a person labelled it', () => {
    expect(labelled(draft)).toEqual(labels(`${name}.labels.json`));
  });

  it('names a line of the file for every field, and the field stands there', () => {
    const lines = readFileSync(resolve(samples, `${name}.txt`), 'utf8')
      .normalize('NFC')
      .split('\n');
    for (const { title, timeText, origin } of draft.tasks) {
      const at = (line: number | undefined) => lines[(line ?? 0) - 1]?.replace(/\s+/g, ' ');
      expect(at(origin.title?.line)).toContain(title.slice(0, 20));
      expect(at(origin.timeText?.line)).toContain(timeText?.slice(0, 10));
      expect(at(origin.lead?.line)).toMatch(/chủ trì/iu);
    }
  });
});

describe('the warnings of the sample plans', () => {
  it('point at what a person has to confirm', () => {
    const found = read('ke-hoach-cai-cach-mau-2026.txt').warnings.map(({ code, line }) => [
      code,
      line,
    ]);
    expect(found).toEqual([
      ['PRODUCT_SPLIT_PROPOSED', 30],
      ['YEAR_FROM_PLAN', 32],
      ['PRODUCT_SPLIT_PROPOSED', 40],
      ['TIME_CONVENTION', 42],
      ['LEAD_ALSO_COORDINATING', 48],
      ['FIELD_MISSING', 54],
      ['TASK_NUMBER_GAP', 78],
    ]);
  });

  it('show the footnote mark and the title that asks for an earlier time', () => {
    const found = read('ke-hoach-mau-2025.txt').warnings.map(({ code, line }) => [code, line]);
    expect(found).toEqual([
      ['TITLE_TIME_CONFLICT', 167],
      ['FOOTNOTE_MARK_REMOVED', 247],
      ['PRODUCT_SPLIT_PROPOSED', 261],
    ]);
  });
});
