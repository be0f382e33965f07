import { CommandRejected } from './rejection';
import { foldForComparison, toNfc, toNfcDeep } from './text';

describe('text at the door', () => {
  it('is composed, keys and nested strings included', () => {
    const decomposed = 'Nguyễn Thị Hương'.normalize('NFD');
    expect(toNfc(decomposed)).toBe('Nguyễn Thị Hương');
    expect(toNfcDeep({ [decomposed]: [decomposed, 1, null, true] })).toEqual({
      'Nguyễn Thị Hương': ['Nguyễn Thị Hương', 1, null, true],
    });
  });

  it('is refused when it nests without end, naming where it begins', () => {
    const nested: unknown = JSON.parse(`{"ghiChu":${'['.repeat(50_000)}${']'.repeat(50_000)}}`);
    expect(() => toNfcDeep(nested)).toThrow(CommandRejected);
    expect(() => toNfcDeep(nested)).toThrow(/INPUT_TOO_DEEP: ghiChu\.0\.0\.0….* 64 levels/);
  });
});

describe('names compared', () => {
  it.each([
    ['Uỷ ban nhân dân', 'Ủy ban nhân dân'],
    ['công nghiệp hoá', 'Công nghiệp hóa'],
    ['thủy điện', 'thuỷ điện'],
    ['Phòng  Kỹ thuật an toàn – Môi trường ', 'phòng kỹ thuật an toàn - môi trường'],
    ['kế hoạch'.normalize('NFD'), 'Kế hoạch'],
  ])('are equal: %s and %s', (a, b) => {
    expect(foldForComparison(a)).toBe(foldForComparison(b));
  });

  it.each([
    ['2.3.d', '2.3.đ'],
    ['Phòng A', 'Phòng Á'],
    ['quý', 'qúy'],
  ])('stay different: %s and %s', (a, b) => {
    expect(foldForComparison(a)).not.toBe(foldForComparison(b));
  });
});
