import { digestOf } from '@thidua/evidence';
import { decreeSheet, readFacts, shippedRuleSet } from '@thidua/scoring';
import {
  callBy,
  OFFICE_FILE,
  openSmallOffice,
  type OfficeProcess,
  type SmallOffice,
} from '../testing/small-office';

const MONTHS = Array.from({ length: 12 }, (_each, index) => String(index + 1).padStart(2, '0'));

describe('one official’s year, asked of the log', () => {
  let office: SmallOffice;
  let process: OfficeProcess;
  const document = { number: '8/QĐ', date: null, issuer: null, title: null };
  const enter = (command: string, data: object) =>
    process.commands.marksCommand(
      { marks: 'cb-02.2026', command, data },
      callBy('cb-01', '2026-11-20'),
    );
  const asked = (more: { asOf?: string } = {}) =>
    process.queries.officialScore({ year: 2026, person: 'cb-02', ...more });

  beforeAll(async () => {
    office = await openSmallOffice();
    process = await office.begin();
    await process.commands.loadOffice({ office: OFFICE_FILE }, callBy('cb-01', '2025-01-02'));
    for (const month of MONTHS) {
      const period = `2026-${month}`;
      const score = { entryId: `d-${month}`, period, agencyId: 'so-khac', total: '95', document };
      await enter('ReceiveOutsideScore', score);
    }
  }, 120_000);
  afterAll(async () => {
    await process.stop();
    await office.close();
  });

  it('of a head, stays open until the class of the unit is recorded, and is never above it', async () => {
    const open = await asked();
    expect(open).toMatchObject({
      status: 'provisional',
      name: 'Lê Quang Trưởng',
      person: { status: 'INSUFFICIENT_DATA', year: { exact: '95' }, band: 'HTXS' },
    });
    expect(open.person.reasons.map(({ code }) => code)).toContain('UNIT_CLASS_MISSING');

    await enter('RecordUnitClass', { entryId: 'xl-1', unitId: 'nl', class: 'HTT', document });
    const [event] = (await process.parts.store.readStream('marks-cb-02.2026')).slice(-1);
    const { person, fragility } = await asked();
    expect(person).toMatchObject({ status: 'CLASSED', class: 'HTT' });
    expect(person.waterfall.find(({ id }) => id === 'headCeiling')).toMatchObject({
      class: 'HTT',
      eventIds: [event?.id],
    });
    // By article and event: without the unit's class the head has none.
    expect(fragility.fragile.map(({ eventId }) => eventId)).toContain(event?.id);
  });

  it('is what the facts file of the same day gives, scored alone', async () => {
    const ruleSet = shippedRuleSet('ND335');
    const written: unknown = JSON.parse(
      JSON.stringify(await process.queries.scoreFacts({ year: 2026 })),
    );
    const alone = decreeSheet(readFacts(written, ruleSet), ruleSet, digestOf);
    const { sheetHash, person } = await asked();
    expect(alone.sheetHash).toBe(sheetHash);
    expect(alone.people.find(({ personId }) => personId === 'cb-02')).toEqual(person);
  });

  it('is refused for somebody who is not there, and under rules that score no officials', async () => {
    await expect(
      process.queries.officialScore({ year: 2026, person: 'khong-co' }),
    ).rejects.toMatchObject({ code: 'PERSON_NOT_IN_FACTS' });
    await expect(
      process.queries.officialScore({ year: 2026, person: 'cb-02', ruleSet: 'ND335_ORG' }),
    ).rejects.toMatchObject({ code: 'RULE_SET_NOT_FOUND' });
  });
});
