import { openTestDatabase } from '@thidua/database/testing';
import mammoth from 'mammoth';
import { resolve } from 'node:path';
import { openOn, type OpenedApplication } from '../open-application';
import { questionList } from './ask-question';
import type { QuestionAnswer, QuestionInput } from './ask-question';
import { PEOPLE } from './testing/acts-of-course';
import { playCourse } from './testing/play-course';

const EXAMPLES = resolve(__dirname, '../../../../examples');

interface LogEvent {
  readonly type: string;
  readonly taskId: string | null;
}

/** What each question is narrowed to here, and what its answer must hold for the played year. */
const ASKED: Readonly<Record<string, Partial<QuestionInput>>> = {
  'completion-and-proof': { task: '3.3.a' },
  'submitted-and-issued': { task: '3.3' },
  'who-did-not-report': { from: '2025-02', to: '2025-03', unit: 'qlcn' },
  'work-of-person': { person: PEOPLE.heir },
  'unit-under-head': { unit: 'qlcn' },
};

describe('the questions of the year’s end, asked of an application', () => {
  let application: OpenedApplication;
  let planId: string;
  const log = new Map<string, LogEvent>();
  const answers = new Map<string, QuestionAnswer>();
  const ask = (input: QuestionInput) =>
    application.queries.question({ asker: { kind: 'system' }, asOf: '2025-12-31', ...input });

  beforeAll(async () => {
    application = await openOn(await openTestDatabase('pglite'), {
      runBackground: true,
      sampleFolder: EXAMPLES,
      tell: () => undefined,
    });
    const { plans } = await application.queries.plans({});
    planId = plans[0]!.key;
    await playCourse(application, planId);
    const { head: after } = await application.queries.health({});
    const asker = { kind: 'system' } as const;
    const { entries } = await application.queries.auditStream({ asker, after });
    for await (const entry of entries) {
      log.set(entry.eventId, { type: entry.type, taskId: entry.taskId });
    }
    for (const { name } of questionList) {
      answers.set(name, await ask({ question: name, after, ...ASKED[name] }));
    }
  });

  afterAll(() => application.close());

  it('are numbered and named once', () => {
    const numbers = questionList.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(questionList.map(({ name }) => name)).size).toBe(numbers.length);
  });

  it.each(questionList.map(({ number, name }) => [number, name] as const))(
    'question %i (%s) is answered, and every figure and row stands on events of the log',
    (_number, name) => {
      const { sections, figures } = answers.get(name)!;
      expect(sections[0]!.rows.length).toBeGreaterThan(0);
      for (const { value, eventIds } of figures) {
        if (value !== 0 && value !== null) expect(eventIds.length).toBeGreaterThan(0);
        expect(eventIds.filter((id) => !log.has(id))).toEqual([]);
      }
      for (const row of sections.flatMap(({ rows }) => rows)) {
        expect(row.eventIds.length).toBeGreaterThan(0);
        expect(row.eventIds.filter((id) => !log.has(id))).toEqual([]);
      }
    },
  );

  it('names behind a row about a task only events of that task, of people leaving and of task forces', () => {
    const rows = [...answers.values()].flatMap(({ sections }) =>
      sections.flatMap(({ rows: all }) => all),
    );
    const foreign = rows
      .filter((row) => typeof row['taskId'] === 'string' && row['taskId'] !== '')
      .flatMap((row) =>
        row.eventIds.filter((id) => {
          const { taskId, type } = log.get(id)!;
          const isOfPeople = type === 'OfficialLeft' || type.startsWith('TaskForce');
          return taskId !== row['taskId'] && !isOfPeople;
        }),
      );
    expect(foreign).toEqual([]);
  });

  it('finds what was played', () => {
    const rowsOf = (name: string, at = 0) => answers.get(name)!.sections[at]!.rows;
    expect(rowsOf('completion-and-proof')).toMatchObject([
      { no: '3.3.a', completedOn: '2025-05-12', verifiedOn: '2025-05-15', verifierId: 'cb-004' },
    ]);
    expect(rowsOf('task-force-results', 1)).toMatchObject([
      { no: '3.9', forceId: 'tct', personId: PEOPLE.heir, role: 'member', unitId: 'qlcn' },
      { no: '3.9', forceId: 'tct', personId: PEOPLE.energy, role: 'leader', unitId: 'qlnl' },
    ]);
    expect(rowsOf('extensions')).toMatchObject([
      { no: '3.3.a', originalDueOn: '2025-03-31', to: '2025-04-30', grantedBy: 'cb-001' },
    ]);
    expect(rowsOf('who-verified-the-office')).toMatchObject([{ no: '3.1', verifierId: 'cb-002' }]);
    expect(rowsOf('reminders')).toMatchObject([{ no: '3.7', daysToAnswer: 8 }]);
    expect(rowsOf('leavers-hand-overs')).toMatchObject([{ no: '3.3.a', toPersonId: 'cb-010' }]);
    // 12 days after 30 April, of which 1 to 9 May were spent waiting for the province.
    expect(rowsOf('days-late-by-cause')).toContainEqual(
      expect.objectContaining({ no: '3.3.a', days: 12, waiting: 9, unit: 3 }),
    );
    expect(rowsOf('sheet-then-and-now', 1)).toMatchObject([
      { no: '3.7', bucketThen: 'openOverdue', bucketNow: 'doneLate' },
    ]);
    expect(answers.get('sheet-then-and-now')!.figures[0]).toMatchObject({ value: 'đúng' });
    expect(rowsOf('changes-after-closing').map(({ no }) => no)).toEqual(Array(4).fill('3.7'));
    expect(rowsOf('criteria-proof')).toMatchObject([
      { unitId: 'qlcn', self: '10', proof: 'nhiệm vụ nv-1', gaps: 'chưa thẩm định' },
      {
        unitId: 'qlnl',
        proof: '',
        gaps: 'thiếu tài liệu kiểm chứng; chưa tự chấm; chưa thẩm định',
      },
    ]);
    expect(answers.get('merged-units')!.names.units['ktatmt']).toBe(
      'Phòng Kỹ thuật an toàn – Môi trường',
    );
    expect(answers.get('who-verified-the-office')!.names.people['cb-002']).toBe(
      'Lương Thị Bích Thủy',
    );
  });

  it('answers as things were known at an earlier position, and as of an earlier day', async () => {
    const frozen = [...answers.get('changes-after-closing')!.sections[0]!.rows][0]!;
    const before = String(BigInt(frozen['position'] as string) - 1n);
    const then = await ask({ question: '1', position: before, task: '3.7' });
    expect(then.sections[0]!.rows).toMatchObject([{ bucket: 'openOverdue' }]);
    expect(then.position).toBe(before);
    const now = await ask({ question: '1', task: '3.7' });
    expect(now.sections[0]!.rows).toMatchObject([{ bucket: 'doneLate' }]);
    const early = await ask({ question: 'extensions', asOf: '2025-03-27' });
    expect(early.sections[0]!.rows).toEqual([]);
  });

  it('refuses what it does not know, naming what would be right', async () => {
    await expect(ask({ question: '99' })).rejects.toMatchObject({ code: 'QUESTION_NOT_FOUND' });
    await expect(ask({ question: '17' })).rejects.toThrow('person');
    await expect(ask({ question: '21', unit: 'qlcn' })).rejects.toThrow('unit');
    await expect(ask({ question: '7', from: '2025-13' })).rejects.toThrow('YYYY-MM');
    await expect(ask({ question: '1', plan: 'nowhere' })).rejects.toMatchObject({
      code: 'PLAN_NOT_FOUND',
    });
    await expect(ask({ question: '22', year: 2026 })).rejects.toMatchObject({
      code: 'EVALUATION_NOT_FROZEN',
    });
    await expect(ask({ question: '1', position: '999999' })).rejects.toMatchObject({
      code: 'POSITION_NOT_REACHED',
    });
  });

  it('brings the month to the briefing, on the screen and on paper', async () => {
    const { units, earlierDirections, names } = await application.queries.briefing({
      month: '2025-10',
    });
    const own = units.find(({ unitId }) => unitId === 'qlcn')!;
    expect(own.obstacles).toMatchObject([{ no: '3.7', proposals: ['Tạm ứng'] }]);
    expect(earlierDirections).toMatchObject([{ no: '3.7', actBy: '2025-10-31' }]);
    const ids = units.flatMap(({ done, late, open, noReport, obstacles }) =>
      [done, late, open, noReport, obstacles].flat().flatMap(({ eventIds }) => eventIds),
    );
    expect(ids.filter((id) => !log.has(id))).toEqual([]);

    const paper = () => application.queries.briefingDocument({ month: '2025-10' });
    const [{ bytes, fileName }, again] = [await paper(), await paper()];
    expect(fileName).toBe('giao-ban-2025-10.docx');
    expect(Buffer.from(bytes).equals(Buffer.from(again.bytes))).toBe(true);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const expected = ['SỞ CÔNG THƯƠNG', 'Số:        /BC-SCT', 'Chưa cấp kinh phí', 'Tạm ứng'];
    for (const text of [...expected, names['qlcn']!]) expect(value).toContain(text);
  });
});
