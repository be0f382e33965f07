import { decimalToJsonNumber, readDecimal } from './decimals';
import { readDocumentReferences } from './document-references';
import { readProducts } from './product-names';
import { readUnitNames, sameUnit } from './unit-names';

describe('a list of units', () => {
  it.each([
    ['Các phòng, đơn vị liên quan', ['Các phòng, đơn vị liên quan']],
    ['Văn phòng Sở, các phòng, đơn vị thuộc Sở.', ['Văn phòng Sở', 'các phòng, đơn vị thuộc Sở']],
    ['Các phòng chuyên môn và Chi cục QLTT', ['Các phòng chuyên môn', 'Chi cục QLTT']],
    [
      'Sở Nông nghiệp và Môi trường; UBND các xã, phường',
      ['Sở Nông nghiệp và Môi trường', 'UBND các xã, phường'],
    ],
    [
      'Các cơ quan, đơn vị, địa phương có liên quan',
      ['Các cơ quan, đơn vị, địa phương có liên quan'],
    ],
    ['Phòng Kỹ thuật an toàn – Môi trường', ['Phòng Kỹ thuật an toàn – Môi trường']],
    ['QLCN, QLTM, Văn phòng', ['QLCN', 'QLTM', 'Văn phòng']],
    ['UBND các huyện: Bắc Sông, Nam Sông', ['UBND huyện Bắc Sông', 'UBND huyện Nam Sông']],
    ['Văn phòng, Văn phòng', ['Văn phòng']],
    ['', []],
  ])('is divided only where a unit begins: %s', (text, names) => {
    expect(readUnitNames(text).names).toEqual(names);
  });

  it('turns "(đầu mối)" into a role and "(gọi tắt là …)" into a short name', () => {
    const text = 'Văn phòng (đầu mối tổng hợp), Tổ công tác lưu động (gọi tắt là Tổ 12)';
    expect(readUnitNames(text)).toEqual({
      names: ['Văn phòng', 'Tổ công tác lưu động'],
      focal: ['Văn phòng'],
      aliases: [{ name: 'Tổ công tác lưu động', alias: 'Tổ 12' }],
    });
  });

  it('knows the short forms of one unit, and no other unit by part of its name', () => {
    expect(sameUnit('Chi cục QLTT', 'Chi cục Quản lý thị trường')).toBe(true);
    expect(sameUnit('Văn phòng', 'VĂN PHÒNG SỞ')).toBe(true);
    expect(sameUnit('Văn phòng', 'Văn phòng UBND tỉnh')).toBe(false);
    expect(sameUnit('Chi cục QLTT', 'Chi cục Thú y')).toBe(false);
  });
});

describe('a product line', () => {
  it.each([
    ['Kế hoạch; báo cáo kết quả.', ['Kế hoạch', 'báo cáo kết quả']],
    ['Kế hoạch, Báo cáo, Thông báo kết luận', ['Kế hoạch', 'Báo cáo', 'Thông báo kết luận']],
    ['Báo cáo xử lý phản ánh, kiến nghị', ['Báo cáo xử lý phản ánh, kiến nghị']],
    [
      'Quy trình được rà soát, cắt giảm, công khai',
      ['Quy trình được rà soát, cắt giảm, công khai'],
    ],
    ['Văn bản (công văn, tờ trình) được gửi đi', ['Văn bản (công văn, tờ trình) được gửi đi']],
    ['Hồ sơ được số hóa; dữ liệu được chia sẻ', ['Hồ sơ được số hóa; dữ liệu được chia sẻ']],
    ['', []],
  ])('is split only before the name of another product: %s', (text, products) => {
    expect(readProducts(text)).toEqual(products);
  });
});

describe('citations', () => {
  it.each([
    [
      'theo Quyết định số 12/QĐ-SCT ngày 3/4/2025 và Thông tư 05/2024/TT-BCT',
      ['Quyết định số 12/QĐ-SCT ngày 3/4/2025', 'Thông tư 05/2024/TT-BCT'],
    ],
    [
      'Nghị định số 9/2025/NĐ-CP ngày 12 tháng 6 năm 2025 của Chính phủ',
      ['Nghị định số 9/2025/NĐ-CP ngày 12 tháng 6 năm 2025'],
    ],
    ['Nghị quyết số 7-NQ/TU, ngày 02/5/2025', ['Nghị quyết số 7-NQ/TU, ngày 02/5/2025']],
    ['Ban chỉ đạo 389, Đề án 06, Quy hoạch điện VIII', []],
  ])('are taken as written: %s', (text, refs) => {
    expect(readDocumentReferences(text)).toEqual(refs);
  });
});

describe('a number', () => {
  it.each([
    ['126.305', '126305'],
    ['3.653', '3653'],
    ['112,9', '112.9'],
    ['99,97', '99.97'],
    ['21.049.182.562', '21049182562'],
    ['1.234,50', '1234.50'],
    ['2.5', '2.5'],
  ])('follows Vietnamese marks: %s', (written, decimal) => {
    expect(readDecimal(written)).toBe(decimal);
  });

  it.each(['', '12,34,5', '1.2.3', 'mười'])('is none: %j', (written) => {
    expect(readDecimal(written)).toBeNull();
  });

  it('becomes a JSON number for display', () => {
    expect(decimalToJsonNumber('99.97')).toBe(99.97);
  });
});
