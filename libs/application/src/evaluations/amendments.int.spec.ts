import {
  callBy,
  OFFICE_FILE,
  openSmallOffice,
  type OfficeProcess,
  type SmallOffice,
} from '../testing/small-office';
import { loadEvaluation } from './load-evaluation';
import type { ScoredResult } from './open-result';
import { scoreUnder } from './scored-result';

const YEAR = 2026;
const MONTHS = Array.from({ length: 12 }, (_each, index) => String(index + 1).padStart(2, '0'));
const document = { number: '8/QĐ', date: null, issuer: null, title: null };

describe('facts that come after a freeze', () => {
  let office: SmallOffice;
  let process: OfficeProcess;
  let evaluationId: string;
  const by = () => callBy('cb-01', '2026-11-20');
  const enter = (personId: string, command: string, data: object) =>
    process.commands.marksCommand({ marks: `${personId}.${YEAR}`, command, data }, by());
  const score = (entryId: string, month: string, total: string) => ({
    ...{ entryId, period: `${YEAR}-${month}`, agencyId: 'so-khac', total, document },
  });
  const evaluation = () => loadEvaluation(process.parts, evaluationId);

  /** The whole count done again at a position, as of the day of the freeze. */
  const recountAt = async (position: string): Promise<ScoredResult> => {
    const { frozen } = await evaluation();
    if (frozen === null) throw new Error('the evaluation is frozen');
    const { asOf } = frozen;
    return scoreUnder(process.parts, 'ND335', { year: YEAR, asOf, position: BigInt(position) });
  };
  const ranksOf = ({ subjects }: ScoredResult) =>
    Object.fromEntries(subjects.map(({ subjectId, rank }) => [subjectId, rank]));

  beforeAll(async () => {
    office = await openSmallOffice();
    process = await office.begin();
    await process.commands.loadOffice({ office: OFFICE_FILE }, callBy('cb-01', '2025-01-02'));
    for (const month of MONTHS) {
      await enter('cb-03', 'ReceiveOutsideScore', score(`d-${month}`, month, '90'));
      await enter('cb-04', 'ReceiveOutsideScore', score(`d-${month}`, month, '80'));
    }
    const opened = await process.commands.openEvaluation(
      { year: YEAR, ruleSet: 'ND335', evaluationId: null },
      by(),
    );
    evaluationId = opened.stream.replace('evaluation-', '');
    await process.commands.evaluationCommand(
      { evaluationId, command: 'CloseCollection', data: {} },
      by(),
    );
    await process.commands.freezeEvaluation({ evaluationId, asOf: null, position: null }, by());
    await process.commands.computeEvaluation({ evaluationId }, by());
  }, 120_000);
  afterAll(async () => {
    await process.stop();
    await office.close();
  });

  it('change no sheet: frozen ranks and the moves of each amendment are the ranks of a recount', async () => {
    const { computed } = await evaluation();
    const frozen = ranksOf(await recountAt((await evaluation()).frozen?.position ?? ''));
    expect(frozen).toMatchObject({ 'cb-03': 1, 'cb-04': 2 });
    const rounds = [
      ['cb-04', 'd-03', '100'],
      ['cb-03', 'd-05', '0'],
      ['cb-03', 'd-06', '30,5'],
    ] as const;
    let movedCount = 0;
    for (const [nth, [personId, withdraws, total]] of rounds.entries()) {
      const reason = 'Ghi nhầm';
      await enter(personId, 'WithdrawEntry', { entryId: `rut-${nth}`, withdraws, reason });
      const again = score(`lai-${nth}`, withdraws.slice(2), total);
      await enter(personId, 'ReceiveOutsideScore', again);
      await process.commands.amendEvaluation({ evaluationId, reason: 'Sửa sau chốt' }, by());

      const { amendments, computed: still } = await evaluation();
      expect(still).toEqual(computed);
      const last = amendments.at(-1);
      const recount = await recountAt(last?.position ?? '');
      expect(last?.sheetHash).toBe(recount.sheetHash);
      const moves = last?.rankMoves ?? [];
      movedCount += moves.length;
      const moved = Object.fromEntries(moves.map(({ subjectId, to }) => [subjectId, to]));
      expect({ ...frozen, ...moved }).toEqual(ranksOf(recount));
    }
    expect((await evaluation()).amendments).toHaveLength(rounds.length);
    expect(movedCount).toBeGreaterThan(0);
  });
});
