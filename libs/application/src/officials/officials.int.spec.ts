import { digestOf, sha256 } from '@thidua/evidence';
import { localDate } from '@thidua/kernel';
import { decreeSheet, shippedRuleSet, withoutEvent } from '@thidua/scoring';
import {
  assignTask,
  callBy,
  OFFICE_FILE,
  openSmallOffice,
  sendToTask,
  type OfficeProcess,
  type SmallOffice,
} from '../testing/small-office';
import { officialsFacts } from './officials-facts';
import { scoreOfficials } from './score-officials';

const YEAR = 2026;
const ND335 = shippedRuleSet('ND335');
if (ND335.subject !== 'CIVIL_SERVANTS') throw new Error('ND335 scores civil servants');
const rules = ND335;

describe('officials scored from the log', () => {
  let office: SmallOffice;
  let process: OfficeProcess;
  const enter = (personId: string, command: string, data: object) =>
    process.commands.marksCommand(
      { marks: `${personId}.${YEAR}`, command, data },
      callBy('cb-01', '2026-03-31'),
    );
  const work = (entryId: string, taskId: string | null) => ({
    ...{ entryId, period: '2026-03', taskId, productId: 'DA', origin: 'ASSIGNED', quantity: 2 },
  });
  const request = async () => ({
    ...{ year: YEAR, asOf: localDate('2026-10-31') },
    position: await process.parts.store.head(),
  });
  const factsOf = (asked: Awaited<ReturnType<typeof request>>) =>
    officialsFacts(process.parts, asked);

  beforeAll(async () => {
    office = await openSmallOffice();
    process = await office.begin();
    const director = {
      ...{ personId: 'cb-00', name: 'Võ Thanh Giám', fromOn: '2025-01-01' },
      posts: [{ unitId: 'sct', post: 'head', fromOn: '2025-01-01' }],
    };
    const file = { ...OFFICE_FILE, people: [...OFFICE_FILE.people, director] };
    await process.commands.loadOffice({ office: file }, callBy('cb-01', '2025-01-02'));
    await process.commands.issueCatalogue(
      {
        bytes: Buffer.from('ma;ten;nhom;diem\nVB;Soạn văn bản;N1;5\nDA;Xây dựng đề án;N4;12,5\n'),
        ...{ agencyId: 'sct', standardProductId: 'VB', document: '45/QĐ-SCT' },
        inForceFrom: '2026-01-01',
      },
      callBy('cb-00', '2026-01-01'),
    );
    for (const task of ['t1', 't2']) await assignTask(process, task, 'nl');
    await enter('cb-03', 'FixCoefficient', work('v1', 't1'));
    await enter('cb-03', 'FixCoefficient', work('v2', null));
    await enter('cb-04', 'FixCoefficient', work('v1', 't2'));
    const given = { personId: 'cb-03', subtaskId: null, what: 'Soạn thảo' };
    await sendToTask(process, 't1', ['AssignPerson', given], callBy('cb-02', '2026-03-01'));
    await sendToTask(
      process,
      't1',
      [
        'HandOverTask',
        {
          from: { unitId: 'nl', personId: 'cb-03' },
          to: { unitId: 'nl', personId: 'cb-04' },
          reason: 'Đổi phân công',
          papers: [],
        },
      ],
      callBy('cb-02', '2026-04-01'),
    );
  }, 120_000);
  afterAll(async () => {
    await process.stop();
    await office.close();
  });

  it('come page by page to the hashes of all facts held at once', async () => {
    const asked = await request();
    const whole = decreeSheet(await factsOf(asked), rules, digestOf, 'FIGURES');
    const scored = await scoreOfficials(process.parts, { ...asked, rules });
    const lines: string[] = [];
    for await (const line of scored.parts()) lines.push(line);
    await scored.close();
    expect(scored.sheet).toMatchObject({
      factsHash: whole.factsHash,
      sheetHash: whole.sheetHash,
    });
    expect(lines.map(sha256)).toEqual(whole.people.map(digestOf));
  });

  it('keep what was passed on in the giver’s denominator, with the event that says so', async () => {
    const { people } = await factsOf(await request());
    const giver = people?.find(({ id }) => id === 'cb-03');
    expect(giver?.periods).toMatchObject([
      {
        products: [
          { id: 'v1', quantity: 2, accepted: [], handedOff: [{ units: 2, toPersonId: 'cb-04' }] },
          { id: 'v2', handedOff: [] },
        ],
      },
    ]);
  });

  it('are seen at a position as they were seen then, and an event less is another score', async () => {
    const before = await request();
    const earlier = await factsOf(before);
    const accepted = { entryId: 'n1', workId: 'v2', units: 2, lateTimes: 1, majorErrors: 0 };
    await process.commands.marksCommand(
      { marks: `cb-03.${YEAR}`, command: 'AcceptUnits', data: { ...accepted, reason: 'Đạt' } },
      callBy('cb-02', '2026-03-31'),
    );
    expect(await factsOf(before)).toEqual(earlier);
    const now = await factsOf(await request());
    expect(now).not.toEqual(earlier);
    const [event] = (await process.parts.store.readStream(`marks-cb-03.${YEAR}`)).slice(-1);
    expect(withoutEvent(now, event?.id ?? '')).toEqual(earlier);
  });
});
