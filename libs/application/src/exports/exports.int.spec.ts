import { openTestDatabase } from '@thidua/database/testing';
import { instant } from '@thidua/kernel';
import { readUbndTable } from '@thidua/reporting';
import mammoth from 'mammoth';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Call } from '../calls/call';
import { openOn, type OpenedApplication } from '../open-application';

const OFFICE = 'cb-004';
const EXAMPLES = resolve(__dirname, '../../../../examples');

function callOn(day: string, personId: string): Call {
  const commandId = randomUUID();
  return {
    ...{ commandId, correlationId: commandId, causationId: commandId },
    actor: { kind: 'person', personId, onBehalfOf: null },
    occurredAt: instant(`${day}T02:00:00.000Z`),
    expectedRevision: null,
  };
}

const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;

const asker = { kind: 'system' } as const;

describe('results and tables as files, from an application', () => {
  let application: OpenedApplication;
  let after: string;

  beforeAll(async () => {
    application = await openOn(await openTestDatabase('pglite'), {
      runBackground: true,
      sampleFolder: EXAMPLES,
      tell: () => undefined,
    });
    await application.commands.freezeScore(
      { year: 2025, asOf: '2025-12-31', ruleSet: null },
      callOn('2026-01-02', OFFICE),
    );
    ({ head: after } = await application.queries.health({}));
  });

  afterAll(() => application.close());

  it('the task-tracking table adds up, stands on events, and is cut where the window says', async () => {
    const ask = (window: string) =>
      application.queries.ubndTable({ on: '2025-10-20', window, after });
    const { table, period, rates } = await ask('15_14');
    expect(period).toMatchObject({ number: 11, from: '2025-10-15', cutOff: '2025-11-14' });
    expect((await ask('CALENDAR')).table.asOf).toBe('2025-10-31');
    expect(table.total).toBeGreaterThan(10);
    expect(readUbndTable(structuredClone(table))).toEqual(table);
    expect(table.rows.filter(({ eventIds }) => eventIds.length === 0)).toEqual([]);
    expect(rates.map(({ formula }) => formula)).toContain('(n1+n2)/(n1+n2+n4)');
    const { bytes } = await application.queries.ubndDocument({
      format: 'docx',
      on: '2025-10-20',
      after,
    });
    expect(await textOf(bytes)).toContain('tháng 11 năm 2025 (từ 15/10/2025 đến 14/11/2025)');
  });

  it('a word that names no format or window is answered with those there are', async () => {
    await expect(application.queries.ubndDocument({ format: 'pdf' })).rejects.toThrow();
    await expect(application.queries.ubndTable({ window: '1_30' })).rejects.toThrow();
    await expect(
      application.queries.scoreExport({ asker, year: 2025, kind: 'pdf' }),
    ).rejects.toThrow();
  });

  it('the unit sheet has the names of units, and its ranking the points of the sheet', async () => {
    const sheet = await application.queries.scoreSheet({
      asker,
      year: 2025,
      asOf: '2025-12-31',
      after,
    });
    const { bytes, fileName } = await application.queries.scoreExport({
      asker,
      year: 2025,
      asOf: '2025-12-31',
      kind: 'ranking',
      after,
    });
    expect(fileName).toBe('xep-hang-2025.docx');
    const text = await textOf(bytes);
    for (const { unit, total } of sheet.units) {
      expect(text).toContain(sheet.names[unit.unitId]);
      expect(text).toContain(total.exact);
    }
  });

  it('the minutes of a cycle hold the votes of its meeting; a form of officials is refused for units', async () => {
    const evaluationId = '2025.UNIT_TASK_RESULTS';
    const data = {
      heldOn: '2026-01-10',
      entitledCount: 3,
      attendeeIds: ['cb-001', 'cb-002'],
      minutes: { number: '08/BB-SCT', date: null, issuer: null, title: null },
      votes: [{ subjectId: 'qltm', inFavour: 2, against: 0, abstained: 0 }],
    };
    const minutes = data.minutes;
    const review = { reviewId: 'yk-1', by: 'council', subjectId: null, view: 'Nhất trí' };
    const steps = [
      ['2026-01-08', 'SetProcedure', { quorum: '2/3', appealWorkingDays: null, basis: minutes }],
      ['2026-01-09', 'RecordReview', { ...review, document: null }],
      ['2026-01-10', 'RecordMeeting', data],
    ] as const;
    for (const [day, command, body] of steps) {
      const input = { evaluationId, command, data: body };
      await application.commands.evaluationCommand(input, callOn(day, OFFICE));
    }
    const kinds = await Promise.all(
      ['minutes', 'minutes'].map((kind) =>
        application.queries.evaluationExport({ asker, evaluationId, kind }),
      ),
    );
    expect(Buffer.compare(kinds[0]!.bytes, kinds[1]!.bytes)).toBe(0);
    const text = await textOf(kinds[0]!.bytes);
    expect(text).toContain('có mặt: 2 người; vắng: 1 người');
    expect(text).toContain('ngày 10 tháng 01 năm 2026');
    expect(text).toMatch(/Phòng Quản lý thương mại\s+\S.*\s+2\s+0\s+0\s/u);
    await expect(
      application.queries.evaluationExport({ asker, evaluationId, kind: 'mau-02' }),
    ).rejects.toMatchObject({ code: 'FORM_FOR_OFFICIALS_ONLY' });
  });
});
