import { CommandRejected, localDate } from '@thidua/kernel';
import { Workbook as ReadBook } from 'exceljs';
import mammoth from 'mammoth';
import { letterheadOf } from '../official-layout/letterhead';
import { exportUbnd } from './ubnd-export';
import { namedRates } from './ubnd-summary';
import { readUbndTable, stateOf, ubndTableOf, type UbndRow, type UbndState } from './ubnd-table';

const table = (counts: Partial<Record<UbndState, number>>, total: number): unknown => ({
  format: 'thidua-ubnd/1',
  asOf: '2026-10-14',
  counts: { doneOnTime: 0, doneLate: 0, openInTime: 0, openOverdue: 0, noDeadline: 0, ...counts },
  total,
});

const rowOf = (no: string, dueOn: string | null, completedOn: string | null): UbndRow => {
  const days = {
    dueOn: dueOn === null ? null : localDate(dueOn),
    completedOn: completedOn === null ? null : localDate(completedOn),
  };
  return {
    ...{ no, title: `Rà soát ${no}`, source: 'UBND tỉnh, 12/CĐ', leads: 'Phòng Một' },
    ...{ partners: '', product: 'Báo cáo', result: '', remarks: '=1+1', eventIds: [`e-${no}`] },
    ...days,
    state: stateOf(days, '2026-10-14'),
  };
};

const faultOf = (input: unknown): string => {
  try {
    readUbndTable(input);
  } catch (error) {
    if (error instanceof CommandRejected) return error.vi;
  }
  throw new Error('The table was taken');
};

describe('the task-tracking table', () => {
  it('has the published rates by both denominators, each named', () => {
    const counts = { doneOnTime: 14_068, doneLate: 1_983, openInTime: 5_640, openOverdue: 223 };
    const rates = namedRates(readUbndTable(table(counts, 21_914)));
    expect(rates.map(({ title, percent }) => [title, percent?.exact, percent?.decimal])).toEqual([
      ['Hoàn thành trên số nhiệm vụ đến hạn', '802550/8137', '98.63'],
      ['Hoàn thành trên tổng số nhiệm vụ có hạn', '802550/10957', '73.25'],
      ['Đúng hạn trên số đã hoàn thành', '1406800/16051', '87.65'],
      ['Đúng hạn trên số nhiệm vụ đến hạn', '703400/8137', '86.44'],
      ['Quá hạn chưa xong trên số nhiệm vụ đến hạn', '11150/8137', '1.37'],
    ]);
  });

  it('is refused when its states miss the total by one', () => {
    const counts = { doneOnTime: 13_119, openInTime: 2_065, openOverdue: 348 };
    expect(faultOf(table(counts, 15_533))).toMatch(/total: .*15532, khác tổng 15533/);
  });

  it('is refused when its rows say otherwise than its counts, or than their own days', () => {
    const whole = ubndTableOf(localDate('2026-10-14'), [rowOf('1', '2026-09-30', null)]);
    expect(
      faultOf({ ...whole, counts: { ...whole.counts, openOverdue: 0, openInTime: 1 } }),
    ).toMatch(/counts\.openInTime: .*danh sách có 0/);
    const [only] = whole.rows;
    const wrong = {
      ...(table({ openInTime: 1 }, 1) as object),
      rows: [{ ...only, state: 'openInTime' }],
    };
    expect(faultOf(wrong)).toMatch(/rows\[0\]\.state: .*phải là openOverdue/);
  });

  it('names the field of a file that is no table', () => {
    expect(faultOf(table({ doneLate: -1 }, 0))).toMatch(/counts\.doneLate: .*từ 0/);
    expect(faultOf({ format: 'khác' })).toContain('thidua-ubnd/1');
  });

  it.each([
    ['2026-10-14', '2026-10-14', 'doneOnTime'],
    ['2026-10-13', '2026-10-14', 'doneLate'],
    ['2026-10-14', null, 'openInTime'],
    ['2026-10-13', null, 'openOverdue'],
    // Done after the cut-off day: at that day it was still open.
    ['2026-10-13', '2026-10-15', 'openOverdue'],
    [null, '2026-10-01', 'noDeadline'],
  ] as const)('due %s and done %s is %s at the cut-off day', (dueOn, completedOn, state) => {
    expect(rowOf('1', dueOn, completedOn).state).toBe(state);
  });
});

describe('the table as a file', () => {
  const ubnd = ubndTableOf(localDate('2026-10-14'), [
    rowOf('1', '2026-09-30', '2026-09-29'),
    rowOf('2', null, null),
  ]);
  const frame = {
    letterhead: letterheadOf('Sở Xây dựng tỉnh An Hải', ['SXD']),
    periodText: 'tháng 10 năm 2026',
  };

  it('says as DOCX what it says as a table, and gives the same bytes again', async () => {
    const { bytes } = await exportUbnd('docx', ubnd, frame);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value).toContain('Hoàn thành trên tổng số nhiệm vụ có hạn');
    expect(value).toContain('Rà soát 1 (số 1)');
    const again = await exportUbnd('docx', structuredClone(ubnd), frame);
    expect(Buffer.compare(again.bytes, bytes)).toBe(0);
  });

  it('has its counts as numbers and its remarks as text in XLSX', async () => {
    const { bytes } = await exportUbnd('xlsx', ubnd, frame);
    const book = new ReadBook();
    await book.xlsx.load(Buffer.from(bytes) as never);
    expect(book.getWorksheet('Tổng hợp')?.getCell('C7').value).toBe(2);
    const remarks = book.getWorksheet('Danh sách')?.getCell('J2');
    expect([remarks?.type, remarks?.value]).toEqual([3, '=1+1']);
  });

  it('is read again from its own JSON', async () => {
    const { bytes } = await exportUbnd('json', ubnd, frame);
    expect(readUbndTable(JSON.parse(Buffer.from(bytes).toString('utf8')))).toEqual(ubnd);
  });
});
