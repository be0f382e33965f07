import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandRejected } from '@thidua/kernel';
import {
  decimalToJsonNumber,
  decodePlanFile,
  parsePlan,
  type DraftTarget,
  type DraftTask,
} from '.';

const references = resolve(process.cwd(), '../shared');
const plan = resolve(references, 'seeds/000_92bbb0a64c55724c.txt');
const isPresent = existsSync(plan);
const describeWithReferences = isPresent ? describe : describe.skip;
const title = (text: string) =>
  isPresent ? text : `${text} (skipped: the reference papers are not on this machine)`;

const read = (path: string): string => decodePlanFile(readFileSync(resolve(references, path))).text;
const readJson = (path: string): Record<string, unknown>[] =>
  JSON.parse(readFileSync(resolve(references, path), 'utf8')) as Record<string, unknown>[];
const withoutNote = (labels: Record<string, unknown>[]) =>
  labels.map((label) =>
    Object.fromEntries(Object.entries(label).filter(([key]) => key !== 'note')),
  );

const refusal = (read: () => unknown): CommandRejected => {
  try {
    read();
  } catch (error) {
    return error as CommandRejected;
  }
  throw new Error('The paper was accepted');
};

const taskLabels = (task: DraftTask) => ({
  no: task.no,
  section: task.section,
  title: task.title,
  lead: task.lead,
  coordinating: task.coordinating,
  product: task.product,
  time_text: task.timeText,
  kind: task.kind,
  due: task.due,
  not_before: task.notBefore,
  recurrence: task.recurrence,
  conditional: task.conditional,
  refs: task.refs,
});

const targetLabels = (target: DraftTarget) => ({
  name: target.name,
  comparator: target.comparator,
  value: decimalToJsonNumber(target.value),
  unit: target.unit,
  growth_pct: target.growthPct === null ? null : decimalToJsonNumber(target.growthPct),
  base_year: target.baseYear,
  year: target.year,
  parent: target.parent,
  comparator_text: target.comparatorText,
  text: target.text,
});

describeWithReferences(title('the plan of the last months of 2025'), () => {
  const draft = isPresent ? parsePlan(read('seeds/000_92bbb0a64c55724c.txt')) : null;

  it('gives the 28 tasks as a person labelled them, field by field', () => {
    const expected = withoutNote(readJson('gold/000_92bbb0a64c55724c.tasks.json'));
    expect(draft?.tasks.map(taskLabels)).toEqual(expected);
  });

  it('gives the 6 targets as a person labelled them', () => {
    const expected = withoutNote(readJson('gold/000.indicators.json'));
    expect(draft?.targets.map(targetLabels)).toEqual(expected);
  });

  it('names the line each field comes from', () => {
    const task = draft?.tasks.find(({ no }) => no === '2.20');
    expect(task?.origin).toMatchObject({
      title: { line: 530, lastLine: 532 },
      lead: { line: 534 },
      coordinating: { line: 536 },
      timeText: { line: 540, lastLine: 542 },
    });
  });

  it('takes the year from the title', () => {
    expect(draft?.year).toBe(2025);
    expect(draft?.title).toContain('NHỮNG THÁNG CUỐI NĂM 2025');
  });

  it('warns of the title that asks for another time than its time line', () => {
    const codes = draft?.warnings.filter(({ code }) => code === 'TITLE_TIME_CONFLICT');
    expect(codes?.map(({ line }) => line)).toEqual([342]);
  });
});

describeWithReferences(title('papers of another kind'), () => {
  it.each(['001_0bed7c4fdfff1cb7', '002_67c5933fecc1c67f', '003_25e5c44c656cc422'])(
    'are refused with the layouts that can be read: %s',
    (name) => {
      const text = read(`seeds/${name}.txt`);
      expect(refusal(() => parsePlan(text)).code).toBe('NOT_A_PLAN');
    },
  );
});
