import { explanationInWords, frozenInWords, sheetInWords } from './score-in-words';
import { sheetAnswer } from './score-answers';

const points = (exact: string) => ({ exact, decimal: exact });
const unit = (unitId: string, total: string) => ({
  unit: { unitId },
  total: points(total),
  outOf: points('90'),
  band: null,
});

const sheet = sheetAnswer.parse({
  year: 2025,
  asOf: '2025-12-31',
  position: '90',
  ruleSet: { id: 'R', version: 1, title: { vi: 'Bộ thử' }, status: 'proposal', hash: 'ab' },
  scale: '100',
  minimumN: 3,
  units: [unit('qltm', '125/6'), unit('qlcn', '0')],
  groups: [
    {
      title: { vi: 'Các phòng' },
      flag: null,
      ranks: [
        { unitId: 'qltm', rank: 1, unrankedBecause: null, total: points('125/6') },
        { unitId: 'qlcn', rank: null, unrankedBecause: 'BELOW_MINIMUM', total: points('0') },
      ],
    },
  ],
  notRanked: [],
  sheetHash: 'f00',
  status: 'frozen',
  matchesRecord: true,
  names: { qltm: 'Phòng Quản lý thương mại' },
});

describe('a score sheet in words', () => {
  it('shows decimals beside the exact fraction, and names where they are known', () => {
    const text = sheetInWords(sheet);
    expect(text).toMatch(/1 │ Phòng Quản lý thương mại │ 20,8333 │ +90 │ +125\/6/);
    expect(text).toMatch(/– │ qlcn .*quá ít nhiệm vụ để xếp/);
  });

  it('says whether it is frozen and still computes to the recorded hash', () => {
    expect(sheetInWords(sheet)).toContain('đã chốt');
    expect(sheetInWords({ ...sheet, matchesRecord: false })).toContain('KHÔNG cho đúng mã băm');
    const provisional = { ...sheet, status: 'provisional', matchesRecord: null } as const;
    expect(sheetInWords(provisional)).toContain('TẠM TÍNH');
    expect(sheetInWords(provisional)).not.toContain('mã băm đã ghi khi chốt');
  });
});

describe('an explanation in words', () => {
  it('gives the place in the group and then every sentence', () => {
    const text = explanationInWords({
      ...{ year: 2025, asOf: '2025-12-31', position: '90', sheetHash: 'f00', status: 'frozen' },
      unitName: 'Phòng Quản lý thương mại',
      rank: { group: 'Các phòng', rank: 1, of: 4 },
      explanation: { vi: ['Một.', 'Hai.'] },
    });
    expect(text.split('\n').slice(1)).toEqual(['Hạng 1/4 trong nhóm Các phòng.', 'Một.', 'Hai.']);
  });
});

describe('a freeze in words', () => {
  it('says when the year was frozen before', () => {
    const frozen = { position: '90', asOf: '2025-12-31', sheetHash: 'f00' };
    expect(frozenInWords({ ...frozen, events: [] })).toContain('từ trước');
    expect(frozenInWords({ ...frozen, events: [{ type: 'ScoreComputed' }] })).toMatch(/^Đã chốt/);
  });
});
