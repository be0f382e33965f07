import fc from 'fast-check';
import {
  day,
  directoryFrom,
  unitEnded,
  unitFounded,
  unitRenamed,
} from '../testing/organisation.fixtures';
import type { Directory } from './directory';

const since2020 = (unitId: string, name: string, ...aliases: string[]) => ({
  unitId,
  name,
  aliases,
  parentUnitId: 'sct',
});
const directory: Directory = directoryFrom([
  [unitFounded({ unitId: 'sct', name: 'Sở Công Thương', kind: 'department' })],
  [unitFounded({ ...since2020('vp', 'Văn phòng Sở', 'Văn phòng', 'VP'), kind: 'office' })],
  [unitFounded(since2020('qlcn', 'Phòng Quản lý công nghiệp', 'QLCN'))],
  [unitFounded(since2020('ktmt', 'Phòng Kỹ thuật an toàn – Môi trường'))],
  [unitFounded(since2020('hoa', 'Phòng Hóa chất và Thủy điện'))],
  [
    unitFounded({
      ...since2020('qltt', 'Chi cục Quản lý thị trường', 'Chi cục QLTT'),
      kind: 'sub-department',
    }),
  ],
  [
    unitFounded({
      ...since2020('to', 'Tổ cơ động hỗ trợ xã, phường về công nghiệp, thương mại'),
      kind: 'task-force',
      fromOn: day('2025-08-29'),
    }),
  ],
  [
    unitFounded(since2020('xnk', 'Phòng Xuất nhập khẩu')),
    unitEnded({ unitId: 'xnk', how: 'merged', successorUnitIds: ['qlcn'] }),
  ],
  [
    unitFounded(since2020('nl', 'Phòng Điện năng')),
    unitRenamed({ unitId: 'nl', name: 'Phòng Năng lượng' }),
  ],
]);
const date = day('2025-09-18');
const read = (written: string, on = date) => directory.resolveUnitText(written, { date: on });
const DIVISIONS = ['hoa', 'ktmt', 'nl', 'qlcn'];

describe('a written unit', () => {
  it.each([
    ['its name', 'Phòng Quản lý công nghiệp', 'qlcn'],
    ['a closing full stop and spare spaces', ' Phòng  Quản lý công nghiệp. ', 'qlcn'],
    ['another case', 'PHÒNG QUẢN LÝ CÔNG NGHIỆP', 'qlcn'],
    ['an alias', 'QLCN', 'qlcn'],
    ['another dash', 'Phòng Kỹ thuật an toàn - Môi trường', 'ktmt'],
    ['a dash without spaces', 'Phòng Kỹ thuật an toàn-Môi trường', 'ktmt'],
    ['the other tone-mark spelling', 'Phòng Hoá chất và Thuỷ điện', 'hoa'],
    ['decomposed letters', 'Phòng Hóa chất và Thủy điện'.normalize('NFD'), 'hoa'],
    ['a name that holds commas', 'Tổ cơ động hỗ trợ xã, phường về công nghiệp, thương mại', 'to'],
    ['a footnote digit', 'Tổ cơ động hỗ trợ xã, phường về công nghiệp, thương mại1', 'to'],
    ['the short name of the Office alone', 'Văn phòng', 'vp'],
  ])('is found by %s', (_what, written, unitId) => {
    expect(read(written)).toMatchObject({ unitIds: [unitId], problems: [] });
  });

  it.each([
    'Văn phòng UBND tỉnh',
    'Văn phòng Tỉnh ủy',
    'Chi cục Chăn nuôi và Thú y',
    'phụ trách pháp chế',
    'Phòng',
  ])('is never found by a part of a name: %s', (written) => {
    expect(read(written)).toMatchObject({
      unitIds: [],
      problems: [{ code: 'UNIT_UNKNOWN', written, suggestions: [] }],
    });
  });

  it.each([
    ['Phòng Quản lý công nghiêp', 'qlcn'],
    ['Phong Quan ly cong nghiep', 'qlcn'],
    ['Tổ cơ động hỗ trợ xã, phường về công nghệp, thương mại', 'to'],
    ['Chi cục Quản lí thị trườg', 'qltt'],
  ])('comes back with the nearest name as a suggestion, not as a guess: %s', (written, unitId) => {
    expect(read(written)).toMatchObject({
      unitIds: [],
      problems: [{ code: 'UNIT_UNKNOWN', written, suggestions: [{ unitId }] }],
    });
  });

  it('is not found after its end, and the successor is suggested', () => {
    expect(read('Phòng Xuất nhập khẩu', day('2025-06-30')).unitIds).toEqual(['xnk']);
    expect(read('Phòng Xuất nhập khẩu').problems).toEqual([
      {
        code: 'UNIT_ENDED',
        written: 'Phòng Xuất nhập khẩu',
        suggestions: [{ unitId: 'qlcn', name: 'Phòng Quản lý công nghiệp' }],
      },
    ]);
  });

  it('is found by the name of that day only', () => {
    expect(read('Phòng Điện năng', day('2023-12-31')).unitIds).toEqual(['nl']);
    expect(read('Phòng Điện năng').problems).toMatchObject([
      { code: 'UNIT_RENAMED', suggestions: [{ unitId: 'nl', name: 'Phòng Năng lượng' }] },
    ]);
    const team = 'Tổ cơ động hỗ trợ xã, phường về công nghiệp, thương mại';
    expect(read(team, day('2025-08-28')).problems).toMatchObject([
      { code: 'UNIT_NOT_YET_FOUNDED', written: team },
    ]);
  });

  it('is reported when two units answer to it', () => {
    const twins = directoryFrom([
      [unitFounded({ unitId: 'a', name: 'Đội 1' })],
      [unitFounded({ unitId: 'b', name: 'ĐỘI 1' })],
    ]);
    expect(twins.resolveUnitText('Đội 1', { date }).problems).toMatchObject([
      { code: 'UNIT_AMBIGUOUS', suggestions: [{ unitId: 'a' }, { unitId: 'b' }] },
    ]);
  });
});

describe('a list of units', () => {
  it.each([
    ['Văn phòng Sở, Chi cục QLTT', ['vp', 'qltt']],
    ['Văn phòng Sở; QLCN', ['vp', 'qlcn']],
    ['Văn phòng Sở và Phòng Quản lý công nghiệp', ['vp', 'qlcn']],
    ['Phòng Hóa chất và Thủy điện và Văn phòng', ['hoa', 'vp']],
    ['VP, Tổ cơ động hỗ trợ xã, phường về công nghiệp, thương mại, QLCN', ['vp', 'to', 'qlcn']],
  ])('is divided only where no longer name is known: %s', (written, unitIds) => {
    expect(read(written)).toMatchObject({ unitIds, problems: [] });
  });

  it('keeps what is known and reports what is not, with "và" inside a name left whole', () => {
    expect(read('VP, Sở Nông nghiệp và Môi trường, Chi cục QLTT')).toMatchObject({
      unitIds: ['vp', 'qltt'],
      problems: [{ written: 'Sở Nông nghiệp và Môi trường' }],
    });
    expect(read('Sở Tư pháp và Văn phòng Sở')).toMatchObject({
      unitIds: ['vp'],
      problems: [{ written: 'Sở Tư pháp' }],
    });
  });
});

describe('a group', () => {
  it.each([
    ['Các phòng chuyên môn', DIVISIONS],
    ['các phòng thuộc Sở', [...DIVISIONS, 'vp']],
    ['Các phòng, đơn vị thuộc Sở', [...DIVISIONS, 'qltt', 'vp']],
    ['Các phòng, đơn vị trực thuộc', [...DIVISIONS, 'qltt', 'vp']],
    ['Các phòng, đơn vị', [...DIVISIONS, 'qltt', 'vp']],
    ['Các phòng chuyên môn, Chi cục QLTT', [...DIVISIONS, 'qltt']],
  ])('is expanded on the day: %s', (written, unitIds) => {
    expect(read(written).unitIds.toSorted()).toEqual(unitIds.toSorted());
    expect(read(written).problems).toEqual([]);
  });

  it('holds the units of its day and leaves out the lead', () => {
    const options = { date: day('2025-06-30'), leadUnitIds: ['qlcn'] };
    const { unitIds } = directory.resolveUnitText('Các phòng chuyên môn', options);
    expect(unitIds.toSorted()).toEqual(['hoa', 'ktmt', 'nl', 'xnk']);
  });

  it('is reported when it has no unit on the day', () => {
    expect(read('Các phòng chuyên môn', day('2019-01-01')).problems).toMatchObject([
      { code: 'GROUP_EMPTY' },
    ]);
  });

  it.each([
    'Các phòng, đơn vị liên quan',
    'Các phòng, đơn vị có liên quan',
    'các phòng, đơn vị trực thuộc có liên quan',
    'các phòng liên quan',
    'các phòng chuyên môn liên quan',
    'Các sở, ban, ngành, địa phương liên quan',
    'Các cơ quan, đoàn thể liên quan',
    'UBND các xã, phường, đặc khu',
    'Uỷ ban nhân dân các xã, phường, đặc khu',
  ])('stays open while nobody is named: %s', (written) => {
    expect(read(written)).toMatchObject({ unitIds: [], openPartners: [written], problems: [] });
  });

  it('stays open beside units that are named', () => {
    expect(read('Văn phòng Sở, Các phòng, đơn vị liên quan')).toMatchObject({
      unitIds: ['vp'],
      openPartners: ['Các phòng, đơn vị liên quan'],
      problems: [],
    });
    expect(read('Các phòng chuyên môn, các đơn vị liên quan')).toMatchObject({
      openPartners: ['các đơn vị liên quan'],
    });
  });
});

describe('what hangs on to a name', () => {
  it.each(['Văn phòng (đầu mối)', 'Văn phòng Sở (đầu mối tổng hợp)'])(
    'may be the role of compiling: %s',
    (written) => {
      expect(read(`${written}, QLCN`)).toMatchObject({
        unitIds: ['vp', 'qlcn'],
        focalUnitIds: ['vp'],
        problems: [],
      });
    },
  );

  it('may define a short form, which holds where it is handed on', () => {
    const written =
      'Tổ cơ động hỗ trợ xã, phường về công nghiệp, thương mại1 (gọi tắt là Tổ Cơ động).';
    const { unitIds, aliases } = read(written);
    expect({ unitIds, aliases }).toEqual({
      unitIds: ['to'],
      aliases: [{ alias: 'Tổ Cơ động', unitId: 'to' }],
    });
    expect(read('Tổ cơ động').problems).toHaveLength(1);
    const inside = directory.resolveUnitText('Tổ cơ động, VP', { date, scope: aliases });
    expect(inside).toMatchObject({ unitIds: ['to', 'vp'], problems: [] });
  });

  it('leaves other brackets in the name', () => {
    expect(read('Văn phòng Sở (cũ)').problems).toMatchObject([{ written: 'Văn phòng Sở (cũ)' }]);
  });
});

describe('an empty text', () => {
  it('resolves to nothing without a problem', () => {
    expect(read(' , ')).toEqual({
      unitIds: [],
      focalUnitIds: [],
      openPartners: [],
      problems: [],
      aliases: [],
    });
  });
});

describe('any text', () => {
  it('is read to its end: every word lands in a unit, an open partner or a problem', () => {
    const word = fc.constantFrom(
      ...['VP', 'Phòng', 'QLCN', 'Sở', 'liên quan', 'các', 'và', ',', ';', '(đầu mối)', '1', '('],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const written = words.join(' ');
        const { unitIds, openPartners, problems } = read(written);
        const isBlank = !/[\p{L}\d(]/u.test(written.replace(/(?<=\s|^)và(?=\s)/gu, ''));
        if (!isBlank)
          expect(unitIds.length + openPartners.length + problems.length).toBeGreaterThan(0);
        for (const problem of problems) expect(written).toContain(problem.written);
      }),
      { numRuns: 500 },
    );
  });
});
