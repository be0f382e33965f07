import { liveTable, officialEntries } from '@thidua/projections';
import {
  callBy,
  NAMES,
  OFFICE_FILE,
  openSmallOffice,
  type OfficeProcess,
  type SmallOffice,
} from '../testing/small-office';

const YEAR = 2026;
const document = { number: '8/QĐ', date: null, issuer: null, title: null };

describe('a recorded sheet', () => {
  let office: SmallOffice;
  let process: OfficeProcess;
  let evaluationId: string;
  let before: string;
  const by = () => callBy('cb-01', '2026-11-20');
  const sheet = async () => {
    const pieces: string[] = [];
    for await (const piece of await process.queries.evaluationSheet({
      asker: by().actor,
      evaluationId,
    })) {
      pieces.push(String(piece));
    }
    return pieces.join('');
  };

  beforeAll(async () => {
    office = await openSmallOffice();
    process = await office.begin();
    await process.commands.loadOffice({ office: OFFICE_FILE }, callBy('cb-01', '2025-01-02'));
    const data = { entryId: 'd', period: `${YEAR}-03`, agencyId: 'so-khac', total: '90', document };
    await process.commands.marksCommand(
      { marks: `cb-03.${YEAR}`, command: 'ReceiveOutsideScore', data },
      by(),
    );
    const opened = await process.commands.openEvaluation(
      { year: YEAR, ruleSet: 'ND335', evaluationId: null },
      by(),
    );
    evaluationId = opened.stream.replace('evaluation-', '');
    const close = { evaluationId, command: 'CloseCollection', data: {} };
    await process.commands.evaluationCommand(close, by());
    await process.commands.freezeEvaluation({ evaluationId, asOf: null, position: null }, by());
    await process.commands.computeEvaluation({ evaluationId }, by());
    before = await sheet();
    await process.stop();
  }, 120_000);
  afterAll(async () => {
    await process.stop();
    await office.close();
  });

  it('is the same to the byte where the count would now come to something else, and holds no name', async () => {
    process = await office.begin();
    // What another way of counting would do, without writing one: the facts it is made of say something else.
    const { table } = await liveTable(process.parts.database.pool, officialEntries);
    await process.parts.database.pool.query(
      `update ${table} set data = jsonb_set(data, '{total}', '"50"')`,
    );
    await expect(process.commands.computeEvaluation({ evaluationId }, by())).rejects.toThrow(
      'SHEET_DIFFERS_FROM_RECORD',
    );
    expect(await sheet()).toBe(before);
    for (const name of Object.values(NAMES)) expect(before).not.toContain(name);
  });

  it('is exported with its own figures, and only the forms, which tell the steps, are refused', async () => {
    const file = async (kind: string) =>
      Buffer.from(
        (await process.queries.evaluationExport({ asker: by().actor, evaluationId, kind })).bytes,
      );
    const { sheetHash } = JSON.parse(before) as { sheetHash: string };
    expect((await file('json')).toString('utf8')).toContain(sheetHash);
    expect((await file('csv')).toString('utf8')).toContain(NAMES['cb-03']);
    await expect(file('mau-02')).rejects.toThrow('SHEET_DIFFERS_FROM_RECORD');
  });
});
