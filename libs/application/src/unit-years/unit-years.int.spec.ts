import {
  assignTask,
  callBy,
  OFFICE_FILE,
  openSmallOffice,
  type OfficeProcess,
  type SmallOffice,
} from '../testing/small-office';

const YEAR = 2026;
const document = { number: '8/BB', date: null, issuer: null, title: null };

describe('units classed from the log', () => {
  let office: SmallOffice;
  let process: OfficeProcess;
  let evaluationId: string;
  const by = (day = '2026-11-20') => callBy('cb-01', day);
  const enter = (unitId: string, command: string, data: object, personId = 'cb-01') =>
    process.commands.unitMarksCommand(
      { marks: `${unitId}.${YEAR}`, command, data },
      callBy(personId, '2026-11-20'),
    );
  const finding = (entryId: string, what: string) => ({
    ...{ entryId, finding: what, subUnitId: null, reason: 'Theo kết luận', document },
  });
  const unitsOf = async (input: object = {}) => {
    const asked = { asker: by().actor, year: YEAR, asOf: '2026-11-20', ...input };
    const { units } = await process.queries.organisationSheet(asked);
    return Object.fromEntries(
      units.map(({ unitId, status, class: rated, reasons }) => [
        unitId,
        { status, class: rated, reasons: reasons.map(({ code }) => code) },
      ]),
    );
  };

  beforeAll(async () => {
    office = await openSmallOffice();
    process = await office.begin();
    await process.commands.loadOffice({ office: OFFICE_FILE }, callBy('cb-01', '2025-01-02'));
    for (const unitId of ['nl', 'cn', 'vp'])
      await assignTask(process, `t-${unitId}`, unitId, { year: YEAR, dueOn: '2026-06-30' });
    await enter('nl', 'ConfirmUnitMarks', {
      ...{ entryId: 'diem', general: '28', result: '64', reason: 'Biên bản', document },
    });
    await enter('nl', 'RecordUnitFinding', finding('bkk', 'FORCE_MAJEURE'));
    await enter('cn', 'RecordUnitFinding', finding('sp', 'WRONGDOING'));
  }, 120_000);
  afterAll(async () => {
    await process.stop();
    await office.close();
  });

  it('have no class without data, need the authority where the rules leave them open, and are KHT where they say so', async () => {
    expect(await unitsOf()).toEqual({
      doi: { status: 'INSUFFICIENT_DATA', class: null, reasons: ['DATA_MISSING'] },
      nl: { status: 'NEEDS_AUTHORITY', class: null, reasons: ['TOO_FEW_DONE', 'FORCE_MAJEURE'] },
      cn: { status: 'CLASSED', class: 'KHT', reasons: ['WRONGDOING'] },
      vp: { status: 'CLASSED', class: 'KHT', reasons: ['TOO_FEW_DONE'] },
    });
  });

  it('take their data from the Office alone, within the rules, for units that are there', async () => {
    const marks = { entryId: 'd', general: '28', result: '64', reason: 'Tự chấm', document };
    await expect(enter('nl', 'ConfirmUnitMarks', marks, 'cb-02')).rejects.toThrow(
      'UNIT_MARKS_OFFICE_ONLY',
    );
    await expect(enter('vp', 'ConfirmUnitMarks', { ...marks, general: '31' })).rejects.toThrow(
      'UNIT_MARKS_TOO_HIGH',
    );
    await expect(enter('khong-co', 'ConfirmUnitMarks', marks)).rejects.toThrow('UNIT_NOT_FOUND');
  });

  it('are frozen in a cycle that later entries change no more, and exported from it', async () => {
    const opened = await process.commands.openEvaluation(
      { year: YEAR, ruleSet: 'ND335_ORG', evaluationId: null },
      by(),
    );
    evaluationId = opened.stream.replace('evaluation-', '');
    const close = { evaluationId, command: 'CloseCollection', data: {} };
    await process.commands.evaluationCommand(close, by());
    const freeze = { evaluationId, asOf: '2026-11-20', position: null };
    await process.commands.freezeEvaluation(freeze, by());
    await process.commands.computeEvaluation({ evaluationId }, by());
    const textOf = async () => {
      const pieces: string[] = [];
      for await (const piece of await process.queries.evaluationSheet({
        asker: by().actor,
        evaluationId,
      })) {
        pieces.push(String(piece));
      }
      return pieces.join('');
    };
    const before = await textOf();
    await enter('cn', 'WithdrawUnitEntry', { entryId: 'rut', withdraws: 'sp', reason: 'Ghi nhầm' });
    expect((await unitsOf())['cn']?.reasons).toEqual(['TOO_FEW_DONE']);
    expect(await textOf()).toBe(before);
    expect((await unitsOf({ asOf: undefined }))['cn']?.reasons).toEqual(['WRONGDOING']);

    await process.commands.amendEvaluation({ evaluationId, reason: 'Rút kết luận' }, by());
    const { evaluation } = await process.queries.evaluation({
      asker: by().actor,
      evaluationId,
      after: (await process.parts.store.head()).toString(),
    });
    expect(evaluation.amendments).toHaveLength(1);
    const csv = await process.queries.evaluationExport({
      asker: by().actor,
      evaluationId,
      kind: 'csv',
    });
    expect(Buffer.from(csv.bytes).toString('utf8')).toContain('Phòng Công nghiệp');
  });
});
