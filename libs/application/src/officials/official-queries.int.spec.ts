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
  const { actor: asker } = callBy('cb-01', '2026-11-20');
  const document = { number: '8/QĐ', date: null, issuer: null, title: null };
  const enter = (command: string, data: object) =>
    process.commands.marksCommand(
      { marks: 'cb-02.2026', command, data },
      callBy('cb-01', '2026-11-20'),
    );
  const asked = (more: { asOf?: string } = {}) =>
    process.queries.officialScore({ asker, year: 2026, person: 'cb-02', ...more });

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
      JSON.stringify(await process.queries.scoreFacts({ asker, year: 2026 })),
    );
    const alone = decreeSheet(readFacts(written, ruleSet), ruleSet, digestOf);
    const { sheetHash, person } = await asked();
    expect(alone.sheetHash).toBe(sheetHash);
    expect(alone.people.find(({ personId }) => personId === 'cb-02')).toEqual(person);
  });

  describe('assumed otherwise', () => {
    const whatIf = (input: object) =>
      process.queries.officialsWhatIf({ asker, year: 2026, entries: [], events: [], ...input });
    const entry = (type: string, data: object, personId = 'cb-02') => ({ personId, type, data });
    const withdrawn = (withdraws: string) =>
      entry('EntryWithdrawn', { entryId: `rut-${withdraws}`, withdraws, reason: 'Giả định' });

    it('tells whom the entries would move, and writes nothing', async () => {
      const head = await process.parts.store.head();
      const unitClass = { entryId: 'xl-2', unitId: 'nl', class: 'HT', document };
      const answer = await whatIf({
        entries: [withdrawn('xl-1'), entry('HeadedUnitClassed', unitClass)],
      });
      expect(answer.status).toBe('hypothetical');
      expect(answer.asIs.sheetHash).not.toBe(answer.asIf.sheetHash);
      expect(answer.changes).toMatchObject([
        { personId: 'cb-02', asIs: { total: '95', class: 'HTT' }, asIf: { class: 'HT' } },
      ]);
      expect(await process.parts.store.head()).toBe(head);
      expect((await asked()).person.class).toBe('HTT');
    });

    it('tells what other rules for officials would give, and refuses rules for others', async () => {
      const rules = shippedRuleSet('ND335');
      if (rules.subject !== 'CIVIL_SERVANTS') throw new Error('ND335 scores civil servants');
      expect((await whatIf({ tryRuleSet: rules })).changes).toEqual([]);
      const bands = { ...rules.parameters.bands, value: { HTXS: '97', HTT: '96', HT: '50' } };
      const tried = await whatIf({
        tryRuleSet: { ...rules, parameters: { ...rules.parameters, bands } },
      });
      expect(tried.changes).toMatchObject([
        { personId: 'cb-02', asIs: { class: 'HTT' }, asIf: { class: 'HT' } },
      ]);
      expect(tried.asIf.ruleSet.hash).not.toBe(tried.asIs.ruleSet.hash);
      await expect(whatIf({ tryRuleSet: shippedRuleSet('ND335_ORG') })).rejects.toThrow(
        'tryRuleSet',
      );
      await expect(whatIf({ ruleSet: 'ND335_ORG' })).rejects.toThrow('RULE_SET_NOT_FOUND');
    });

    it('is refused where an assumption is no entry of anybody in office', async () => {
      await expect(whatIf({ entries: [entry('TaskAssigned', {})] })).rejects.toThrow(
        'EVENT_TYPE_UNKNOWN',
      );
      await expect(
        whatIf({ entries: [{ ...withdrawn('xl-1'), personId: 'khong-co' }] }),
      ).rejects.toThrow('HYPOTHESIS_UNREADABLE');
    });
  });

  it('is refused for somebody who is not there, and under rules that score no officials', async () => {
    await expect(
      process.queries.officialScore({ asker, year: 2026, person: 'khong-co' }),
    ).rejects.toMatchObject({ code: 'PERSON_NOT_IN_FACTS' });
    await expect(
      process.queries.officialScore({ asker, year: 2026, person: 'cb-02', ruleSet: 'ND335_ORG' }),
    ).rejects.toMatchObject({ code: 'RULE_SET_NOT_FOUND' });
  });
});
