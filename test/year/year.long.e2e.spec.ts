import { describeWithPostgres } from '@thidua/database/testing';
import { describeWithRedis } from '@thidua/jobs/testing';
import { digestsOf, readLog, type LogEntry } from './log-of-year';
import { openEmbeddedOffice, openServerOffice, type OfficeOfYear } from './office-of-year';
import { DIRECTOR, DEPUTIES } from './people';
import { ACTS, DAYS, MIGRATED_ON, playYear, tasksOf, type PlayedYear } from './play-year';
import { QUESTIONS, askOf, type Asked } from './questions-of-year';
import { ADDED_STEP, remindersByHand } from './reminders-by-hand';
import { isWorked, lastDayOf, workedFrom } from './working-days-by-hand';

/** What the office before left in its log, stream by stream; all have to leave the same. */
let elsewhere: Readonly<Record<string, string>> | null = null;

const firstWorked = (month: string): string => workedFrom(`${month}-01`, 0);

function describeYear(title: string, open: () => Promise<OfficeOfYear>): void {
  describe(title, () => {
    let office: OfficeOfYear;
    let year: PlayedYear;
    let log: readonly LogEntry[];
    const ofType = (type: string) => log.filter((entry) => entry.type === type);
    const leadsOf = (no: string): Promise<readonly string[]> =>
      tasksOf(office.url()).then(
        (tasks) => tasks.find((task) => task.no === no)?.leads.map(({ unitId }) => unitId) ?? [],
      );

    beforeAll(async () => {
      office = await open();
      year = await playYear(office);
      log = await readLog(office.url());
    }, 900_000);
    afterAll(() => office.close(), 60_000);

    it('takes every act of the script', () => {
      expect(year.refused).toEqual([]);
    });

    it('tells each reminder and escalation on its working day, to its persons, once', () => {
      expect(year.daysOff).toEqual(DAYS.filter((day) => !isWorked(day)));
      const byHand = remindersByHand(year.assigned, ACTS, { days: DAYS, migratedOn: MIGRATED_ON });
      expect([...year.told].sort()).toEqual([...byHand].sort());
      // Told again by nobody, though the looks were repeated and the queue was emptied.
      const recorded = [...ofType('ReminderSent'), ...ofType('TaskEscalated')];
      expect(recorded).toHaveLength(byHand.length);
    });

    it('counts the Saturday that is worked instead of the second of January', () => {
      expect(year.told).toContain(`2026-01-12 3.14 overdueToDirector ${DIRECTOR}`);
    });

    it('opens each period of a series once, on its first working day', () => {
      const months = DAYS.map((day) => day.slice(0, 7)).filter((month) => month < '2026');
      // The plan was issued on the tenth of January, so the first periods begin with it.
      const opening = (month: string): string =>
        month === '2025-01' ? workedFrom('2025-01-11', 0) : firstWorked(month);
      const monthly = [...new Set(months)].map((month) => `${opening(month)} 3.10 ${month}`);
      const quarterly = ['2025-01', '2025-04', '2025-07', '2025-10'].map(
        (month, index) => `${opening(month)} 3.9 2025-Q${index + 1}`,
      );
      const nextYear = ['3.10 2026-01', '3.9 2026-Q1'].map((one) => `2026-01-05 2026:${one}`);
      expect([...year.periods].sort()).toEqual([...monthly, ...quarterly, ...nextYear].sort());
    });

    it('closes each month’s briefing on the first working day after it, naming who did not report', () => {
      const months = [...new Set(DAYS.map((day) => day.slice(0, 7)))].filter(
        (month) => month < '2026',
      );
      const closings = months.map((month) => `${workedFrom(lastDayOf(month), 1)} close ${month}`);
      expect(year.briefings.filter((briefing) => briefing.includes('close 2025'))).toEqual(
        closings,
      );
      const silent = ofType('BriefingClosed').flatMap(({ data }) =>
        (data as unknown as Closed).notReported.flatMap(({ unitId, taskIds }) =>
          taskIds
            .filter((taskId) => taskId.startsWith(`${year.plans.sample}.`))
            .map(
              (taskId) =>
                `${(data as unknown as Closed).month} ${unitId} ${taskId.split('.').slice(1).join('.')}`,
            ),
        ),
      );
      expect(silent).toEqual(SILENT_OF_SAMPLE);
    });

    it('gives the open tasks of a merged unit to its successor, and leaves the closed ones', async () => {
      expect(await leadsOf('3.6')).toEqual(['qlcn']);
      expect(await leadsOf('3.3.d')).toEqual(['ktatmt']);
      const moved = ofType('TaskUnitSucceeded').map(({ data }) => data['toUnitId']);
      expect(new Set(moved)).toEqual(new Set(['qlcn']));
    });

    it('keeps for whom a deputy approved, and on what basis', () => {
      const approvals = ofType('TaskCompleted').filter((entry) => entry.onBehalfOf !== null);
      expect(
        approvals.map(({ taskId, actorId, onBehalfOf, legalBasis }) => ({
          ...{ taskId, actorId, onBehalfOf, legalBasis },
        })),
      ).toEqual([
        {
          ...{ taskId: `${year.plans.sample}.3.15`, actorId: DEPUTIES[1], onBehalfOf: DIRECTOR },
          legalBasis: '90/QĐ-SCT ngày 01/12/2025',
        },
      ]);
    });

    it('tells once that the deputy may not act any more, on the first working day after', () => {
      expect(year.deputies).toEqual([`2025-12-22 ${DIRECTOR} ${DEPUTIES[1]} 2025-12-19`]);
      expect(ofType('DeputyExpired')).toHaveLength(1);
    });

    it('moves the running tasks to the next version of their flow as the dry run said', () => {
      const { dry, real, movedIds } = year.migration;
      expect(real).toEqual(dry);
      expect(
        ofType('TaskMigrated')
          .map(({ stream }) => stream)
          .sort(),
      ).toEqual(movedIds.map((taskId) => `task-${taskId}`).sort());
      expect(year.told.some((told) => told.includes(ADDED_STEP[0]))).toBe(true);
    });

    it.each(QUESTIONS.map((asked) => [asked.number, asked] as const))(
      'answers question %i as it was played, from events of the log',
      async (_number, asked: Asked) => {
        const { rows, eventIds } = await askOf(office.url(), asked, year.plans);
        expect(rows).toEqual(asked.rows);
        const known = new Set(log.map(({ eventId }) => eventId));
        expect(eventIds.length).toBeGreaterThan(0);
        expect(eventIds.filter((eventId) => !known.has(eventId))).toEqual([]);
      },
    );

    it('leaves the same log as the same year elsewhere', () => {
      const digests = digestsOf(log);
      expect(Object.keys(digests).length).toBeGreaterThan(year.assigned.length);
      expect(digests).toEqual(elsewhere ?? digests);
      elsewhere = digests;
    });
  });
}

interface Closed {
  readonly month: string;
  readonly notReported: readonly { readonly unitId: string; readonly taskIds: readonly string[] }[];
}

/** Who was silent by the script: month, unit, task. */
const SILENT_OF_SAMPLE = [
  '2025-01 vp 3.2',
  '2025-04 vp 3.13',
  '2025-05 qlnl 3.4',
  '2025-08 ccqltt 3.8',
  '2025-09 ccqltt 3.8',
  '2025-12 qlnl 3.14',
];

describeYear('a year on PGlite with the queue in PostgreSQL', openEmbeddedOffice);
describeWithPostgres('a year on a PostgreSQL server', () => {
  describeWithRedis('with the queue in Redis', () => {
    describeYear('in two processes', openServerOffice);
  });
});
