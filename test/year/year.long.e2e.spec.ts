import { describeWithPostgres } from '@thidua/database/testing';
import { describeWithRedis } from '@thidua/jobs/testing';
import { openEmbeddedOffice, openServerOffice, type OfficeOfYear } from './office-of-year';
import { ACTS, DAYS, MIGRATED_ON, playYear, type PlayedYear } from './play-year';
import { remindersByHand } from './reminders-by-hand';
import { isWorked } from './working-days-by-hand';

function describeYear(title: string, open: () => Promise<OfficeOfYear>): void {
  describe(title, () => {
    let office: OfficeOfYear;
    let year: PlayedYear;

    beforeAll(async () => {
      office = await open();
      year = await playYear(office);
    }, 600_000);
    afterAll(() => office.close(), 60_000);

    it('tells each reminder and escalation on its working day, to its persons, once', () => {
      expect(year.daysOff).toEqual(DAYS.filter((day) => !isWorked(day)));
      const byHand = remindersByHand(year.assigned, ACTS, { days: DAYS, migratedOn: MIGRATED_ON });
      expect([...year.told].sort()).toEqual([...byHand].sort());
    });
  });
}

describeYear('a year on PGlite with the queue in PostgreSQL', openEmbeddedOffice);
describeWithPostgres('a year on a PostgreSQL server', () => {
  describeWithRedis('with the queue in Redis', () => {
    describeYear('in two processes', openServerOffice);
  });
});
