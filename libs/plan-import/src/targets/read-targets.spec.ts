import { parsePlan, type DraftTarget, type PlanDraft } from '..';

const TASKS = '2. Việc\n2.1. Lập sổ\n- Chủ trì: A\n- Thời gian: Tháng 5\n';
const read = (bullets: string, heading = '1. Chỉ tiêu'): PlanDraft =>
  parsePlan(`KẾ HOẠCH NĂM 2025\n${heading}\n${bullets}\n${TASKS}`);
const only = (bullet: string): DraftTarget | undefined => read(bullet).targets[0];

describe('a target line', () => {
  it.each([
    ['- Sản lượng muối đạt 12.500 tấn.', '>=', '12500', 'tấn'],
    ['- Tỷ lệ hồ sơ trễ hạn không quá 1,5%', '<=', '1.5', '%'],
    ['- Số vụ cháy dưới 10 vụ', '<', '10', 'vụ'],
    ['- Thu ngân sách đạt trên 2.050,75 tỷ đồng;', '>', '2050.75', 'tỷ đồng'],
    ['- Diện tích cụm tối thiểu 75 ha so với quy hoạch', '>=', '75', 'ha'],
    ['- 100% hồ sơ được xử lý trên mạng', '>=', '100', '%'],
  ])('gives comparison, figure and unit: %s', (bullet, comparator, value, unit) => {
    expect(only(bullet)).toMatchObject({ comparator, value, unit, year: 2025, parent: null });
  });

  it('keeps growth and base year beside the figure', () => {
    const target = only('- Doanh thu du lịch đạt 900 tỷ đồng, giảm 2,5% so với cùng kỳ năm 2024');
    expect(target).toMatchObject({ value: '900', growthPct: '-2.5', baseYear: 2024, year: 2025 });
  });

  it('does not take an index for a growth', () => {
    expect(only('- Chỉ số giá đạt 104,2%')).toMatchObject({ value: '104.2', growthPct: null });
  });

  it('names the year it is for when it says so', () => {
    expect(only('- Đến năm 2027 số chợ đạt 40 chợ')?.year).toBe(2027);
  });

  it('hangs its parts below it', () => {
    const { targets } = read(
      '- Sản lượng điện đạt 800 MW, trong đó: thủy điện đạt 500 MW; gió đạt 300 MW',
    );
    expect(targets.map(({ name, parent }) => [name, parent])).toEqual([
      ['Sản lượng điện', null],
      ['thủy điện', 'Sản lượng điện'],
      ['gió', 'Sản lượng điện'],
    ]);
  });

  it('is reported when it holds a number that cannot be read as a target', () => {
    const { targets, warnings } = read('- Xong việc số 15 sớm hơn');
    expect(targets).toEqual([]);
    expect(warnings.map(({ code }) => code)).toContain('TARGET_UNREADABLE');
  });

  it('is no target outside a heading of targets', () => {
    expect(read('- Sản lượng muối đạt 12.500 tấn', '1. Mục đích').targets).toEqual([]);
  });
});
