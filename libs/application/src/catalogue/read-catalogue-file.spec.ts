import { Workbook } from 'exceljs';
import { InvalidInput } from '../calls/call-errors';
import { productsOf } from './read-catalogue-file';

const csv = (text: string) => Buffer.from(text, 'utf8');
const POINTS = 'ma;ten;nhom;diem\nVB;Soạn văn bản;Nhóm 1;5\nDA;Xây dựng đề án;Nhóm 4;12,5\n';

describe('a file of products', () => {
  it('gives coefficients as exact fractions of the standard product', async () => {
    const { groups, products } = await productsOf(csv(POINTS), 'VB');
    expect(groups.map(({ name }) => name)).toEqual(['Nhóm 1', 'Nhóm 4']);
    expect(
      products.map(({ productId, coefficient, groupId }) => [productId, coefficient, groupId]),
    ).toEqual([
      ['VB', '1', 'N1'],
      ['DA', '5/2', 'N2'],
    ]);
  });

  it('is read the same from XLSX', async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet('DM');
    for (const line of POINTS.trim().split('\n')) sheet.addRow(line.split(';'));
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    expect(await productsOf(bytes, 'VB')).toEqual(await productsOf(csv(POINTS), 'VB'));
  });

  it('is refused with every line at fault', async () => {
    const text = 'ma,ten,nhom,he_so\nVB,Soạn văn bản,N,1\n,Không mã,N,2\nDA,Đề án,N,0\n';
    const refused = await productsOf(csv(text), 'VB').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InvalidInput);
    expect((refused as InvalidInput).faults.map(({ path }) => path)).toEqual(['file.3', 'file.4']);
  });

  it('is refused for a character that steers a terminal, with line and column, from CSV and XLSX', async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet('DM');
    const text = POINTS.replace('Xây dựng', 'Xây\u009bdựng');
    for (const line of text.trim().split('\n')) sheet.addRow(line.split(';'));
    const xlsx = new Uint8Array(await book.xlsx.writeBuffer());
    for (const bytes of [csv(text), xlsx]) {
      const refused = await productsOf(bytes, 'VB').catch((error: unknown) => error);
      expect((refused as InvalidInput).faults).toEqual([
        {
          path: 'file.3',
          message: expect.stringContaining(
            'cột ten có ký tự điều khiển U+009B ở vị trí 4',
          ) as string,
        },
      ]);
    }
  });
});
