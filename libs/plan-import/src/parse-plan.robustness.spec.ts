import fc from 'fast-check';
import { CommandRejected } from '@thidua/kernel';
import { decodePlanFile, parsePlan, planImportRejections } from '.';

const knownCodes = Object.keys(planImportRejections);

/** What became of the text: a draft with tasks, or a refusal with a known code; any other error fails the case. */
function outcome(read: () => ReturnType<typeof parsePlan>): string {
  try {
    return read().tasks.length > 0 ? 'draft' : 'draft without tasks';
  } catch (error) {
    if (!(error instanceof CommandRejected)) throw error;
    return error.code;
  }
}

const PIECES = [
  '1. ',
  '2.1. ',
  'II. ',
  'a) ',
  'đ) ',
  '- ',
  '+ ',
  'Chủ trì: ',
  'Phối hợp: ',
  'Sản phẩm:',
  'Thời gian: ',
  '\n',
  '\n\n ',
  'Văn phòng Sở',
  'Quý IV/2025',
  '31/02/2026',
  'Thường xuyên, sau khi có ',
  '50% trong ',
  '(đầu mối)',
  '(',
  ')',
  '1 Quyết định ',
  'thương mại1',
  'Chỉ tiêu',
  ' đạt 12.345,6 %',
  ', trong đó: ',
  'NĂM 2025',
  'KẾ HOẠCH ',
  'Nơi nhận:',
  './.',
  'ngày 5 tháng 13',
  '  ',
];
const planLike = fc.array(
  fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 6 })),
  {
    maxLength: 60,
  },
);

describe('any text', () => {
  it('gives a draft with tasks or a refusal with a known code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(['draft', ...knownCodes]).toContain(outcome(() => parsePlan(text)));
      }),
      { numRuns: 150 },
    );
  });

  it('does so when it is made of the pieces of a plan, and drafts occur', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(planLike, (pieces) => {
        const found = outcome(() =>
          parsePlan(`1. X\n- Chủ trì: A\n- Thời gian: ${pieces.join('')}`),
        );
        seen.add(found);
        expect(['draft', ...knownCodes]).toContain(found);
      }),
      { numRuns: 250 },
    );
    expect(seen).toContain('draft');
  });

  it('keeps every line of origin inside the text', () => {
    fc.assert(
      fc.property(planLike, (pieces) => {
        const text = `1. X\n- Chủ trì: A\n- Thời gian: Tháng 5\n${pieces.join('')}`;
        const count = text.split('\n').length;
        const draft = parsePlan(text);
        const origins = draft.tasks.flatMap(({ origin }) => Object.values(origin));
        for (const { line, lastLine = line } of origins) {
          expect(line).toBeGreaterThan(0);
          expect(lastLine).toBeLessThanOrEqual(count);
          expect(lastLine).toBeGreaterThanOrEqual(line);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is refused or decoded from any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const found = outcome(() => parsePlan(decodePlanFile(bytes).text));
        expect(['draft', ...knownCodes]).toContain(found);
      }),
      { numRuns: 150 },
    );
  });
});

const TASK =
  '- Chủ trì: Văn phòng Sở, Chi cục QLTT.\n\n- Sản phẩm: Kế hoạch; báo cáo.\n\n- Thời gian: Quý IV/2025.\n\n';
const WORK = 'rà soát sổ sách của kho lưu trữ1 theo Quyết định số 7/QĐ-SCT,\n\n';
const SIZE = 500_000;
/** Items cost more than letters, and a tenth of them shows the same growth. */
const filled = (piece: string): string =>
  piece.repeat(Math.ceil(SIZE / piece.length / (piece.includes('\n') ? 10 : 1)));

/** Reading takes seconds; a quadratic reading would take hours, so the time limit of the runner is the check. */
describe('a very long text', () => {
  it('of two megabytes of tasks is read to the end', () => {
    const count = 3_500;
    const tasks = Array.from(
      { length: count },
      (_, index) => `${(index % 90) + 1}. Việc số ${index}: ${WORK.repeat(8)}\n\n${TASK}`,
    );
    const text = `KẾ HOẠCH NĂM 2025\n${tasks.join('')}`;
    const draft = parsePlan(text);
    expect(draft.tasks).toHaveLength(count);
    expect(text.length).toBeGreaterThan(2_000_000);
  });

  it.each([
    'a',
    '(',
    '.',
    ' ',
    '1. A\n',
    '- A\n',
    '1.',
    'trong đó ',
    'a1 ',
    ', Sở',
    'chủ trì: ',
    'năm 2025 ',
    '1 Quyết định\n',
    'số 1/2/',
  ])('of %j neither hangs nor breaks', (piece) => {
    const text = `1. X\n- Chủ trì: A\n- Thời gian: Tháng 5\n2. ${filled(piece)}`;
    expect(['draft', ...knownCodes]).toContain(outcome(() => parsePlan(text)));
  });
});
