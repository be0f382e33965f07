import { parsePlan, type DraftTask, type PlanDraft } from '.';

const HEAD = 'KẾ HOẠCH CÔNG TÁC NĂM 2025\n\nI. NHIỆM VỤ\n\n';
const plan = (body: string): PlanDraft => parsePlan(HEAD + body);
const onlyTask = (body: string): DraftTask => {
  const { tasks } = plan(body);
  expect(tasks).toHaveLength(1);
  return tasks[0] as DraftTask;
};
const codes = (draft: PlanDraft): string[] => draft.warnings.map(({ code }) => code);
const FIELDS =
  '- Chủ trì: Văn phòng Sở.\n- Phối hợp: Các phòng chuyên môn.\n- Thời gian thực hiện: Tháng 5/2025.\n';

describe('labels', () => {
  it.each([
    ['- Đơn vị chủ trì: A\n- Đơn vị phối hợp: B\n- Thời gian thực hiện: Tháng 5/2025'],
    ['- Cơ quan chủ trì: A;\n- Cơ quan phối hợp: B;\n- Thời gian hoàn thành: Tháng 5/2025;'],
    ['+ Chủ trì : A\n+ Phối hợp : B\n+ Thời hạn : Tháng 5/2025'],
    ['Chủ trì: A\nPhối hợp: B\nThời hạn hoàn thành: Tháng 5/2025'],
    ['- CHỦ TRÌ: A\n- PHỐI HỢP: B\n- THỜI GIAN: Tháng 5/2025'],
    ['- Chủ trì: A; phối hợp: B; thời gian: Tháng 5/2025.'],
    ['- Đơn vị chủ\n\ntrì: A\n\n- Đơn vị phối hợp: B\n\n- Thời gian thực\n\nhiện: Tháng 5/2025'],
    ['- Đơn vị chủ trì: A\n - Đơn vị phối hợp: B\n- Thời gian thực hiện Tháng 5/2025'],
  ])('are known in every form: %j', (fields) => {
    const task = onlyTask(`1. Lập sổ theo dõi\n${fields}\n`);
    expect(task).toMatchObject({ lead: ['A'], coordinating: ['B'], timeText: 'Tháng 5/2025' });
    expect(task.due).toBe('2025-05-31');
  });

  it('are guessed from one wrong letter, with a warning', () => {
    const draft = plan(
      '1. Lập sổ\n- Đơn vi chủ trì: A\n- Phối hợp: B\n- Thời gian: Tháng 5/2025\n',
    );
    expect(draft.tasks[0]?.lead).toEqual(['A']);
    expect(codes(draft)).toContain('LABEL_GUESSED');
  });

  it('are read from decomposed letters', () => {
    expect(onlyTask(`1. Lập sổ\n${FIELDS}`.normalize('NFD')).lead).toEqual(['Văn phòng Sở']);
  });

  it('stated twice keep the first and report the second', () => {
    const draft = plan(`1. Lập sổ\n${FIELDS}- Thời gian thực hiện: Tháng 7/2025.\n`);
    expect(draft.tasks[0]?.due).toBe('2025-05-31');
    expect(codes(draft)).toContain('FIELD_REPEATED');
  });
});

describe('numbers of items', () => {
  const numbers = (body: string): string[] => plan(body).tasks.map(({ no }) => no);

  it('carry their section where they restart, and stand alone where they are dotted', () => {
    const body = `1. Việc một\n${FIELDS}2. Nhóm việc\n2.1. Việc hai\n${FIELDS}a) Việc ba\n${FIELDS}II. PHẦN SAU\n1. Việc bốn\n${FIELDS}`;
    expect(numbers(body)).toEqual(['I.1', '2.1', '2.1.a', 'II.1']);
  });

  it('keep "d" and "đ" apart, in either alphabet and without a warning', () => {
    const letters = (signs: string[]) =>
      signs.map((sign) => `${sign}) Việc ${sign}\n${FIELDS}`).join('');
    const vietnamese = plan(`1. Nhóm\n${letters(['a', 'b', 'c', 'd', 'đ', 'e', 'g'])}`);
    expect(vietnamese.tasks.map(({ no }) => no.slice(-1)).join('')).toBe('abcdđeg');
    const latin = plan(`1. Nhóm\n${letters(['a', 'b', 'c', 'd', 'e', 'f', 'g'])}`);
    expect(latin.tasks.map(({ no }) => no.slice(-1)).join('')).toBe('abcdefg');
    expect([...codes(vietnamese), ...codes(latin)]).toEqual([]);
  });

  it('are reported when repeated and when skipped', () => {
    const draft = plan(`1.1. Việc một\n${FIELDS}1.1. Việc hai\n${FIELDS}1.4. Việc ba\n${FIELDS}`);
    expect(codes(draft)).toEqual(['TASK_NUMBER_REPEATED', 'TASK_NUMBER_GAP']);
  });

  it('may be missing: bullets with fields of their own are tasks', () => {
    const bullet = (name: string) => `- ${name}\n+ Chủ trì: A\n+ Thời gian: Tháng 5/2025\n`;
    expect(numbers(`1. Nhóm việc\n${bullet('Việc một')}${bullet('Việc hai')}`)).toEqual([
      'I.1.-1',
      'I.1.-2',
    ]);
  });

  it('at the start of a wrapped line are no items', () => {
    const body = `1. Rà soát mức chi theo khoản\n6. điều này quy định và báo cáo doanh thu đạt\n3.653 triệu đồng tại kỳ họp thứ\n12.\n${FIELDS}`;
    expect(onlyTask(body).title).toContain('3.653 triệu đồng');
  });
});

describe('headings', () => {
  it('without fields only group the items below them', () => {
    const { tasks } = plan(
      `2.3. Tham mưu các quy chế\na) Quy chế trực\n${FIELDS}b) Quy chế chi\n${FIELDS}`,
    );
    expect(tasks.map(({ no, section }) => [no, section])).toEqual([
      ['2.3.a', 'Tham mưu các quy chế'],
      ['2.3.b', 'Tham mưu các quy chế'],
    ]);
  });

  it('"Tổ chức thực hiện" assigns nobody, but may begin the title of a task', () => {
    const { tasks } = plan(
      `1. Tổ chức thực hiện phong trào trồng cây\n${FIELDS}II. TỔ CHỨC THỰC HIỆN\n1. Các phòng gửi báo cáo\n${FIELDS}`,
    );
    expect(tasks.map(({ title }) => title)).toEqual(['Tổ chức thực hiện phong trào trồng cây']);
  });

  it('leave an item without fields beside tasks as an incomplete task', () => {
    const draft = plan(`1. Lập sổ\n${FIELDS}2. Mở lớp bồi dưỡng\n`);
    expect(draft.tasks[1]).toMatchObject({ no: 'I.2', lead: [], timeText: null, due: null });
    expect(codes(draft).filter((code) => code === 'FIELD_MISSING')).toHaveLength(3);
  });
});

describe('pages', () => {
  it('give no item for their number and lose no label on their first line', () => {
    const draft = plan(
      `1. Lập sổ theo dõi\n - Chủ trì: A.\n\n\n2 \n\n\n - Thời gian: Tháng 5/2025.\n`,
    );
    expect(draft.tasks).toMatchObject([{ lead: ['A'], timeText: 'Tháng 5/2025' }]);
  });

  it('leave a footnote out of the fields and cite it where its mark stands', () => {
    const draft = plan(
      `1. Lập sổ\n- Chủ trì: Tổ công tác lưu động1.\n                    \n1 Quyết định số 5/QĐ-SCT ngày 2/3/2025\ncủa Sở.\n - Thời gian: Tháng 5/2025.\n`,
    );
    expect(draft.tasks[0]).toMatchObject({
      lead: ['Tổ công tác lưu động'],
      refs: ['Quyết định số 5/QĐ-SCT ngày 2/3/2025'],
      timeText: 'Tháng 5/2025',
    });
    expect(codes(draft)).toContain('FOOTNOTE_MARK_REMOVED');
  });

  it('keep a digit that belongs to its word', () => {
    expect(onlyTask(`1. Đo đạc 40 km2 tại khu Bãi Sậy2\n${FIELDS}`).title).toBe(
      'Đo đạc 40 km2 tại khu Bãi Sậy2',
    );
  });

  it('join a number cut after its hyphen without a space, a dash between words with one', () => {
    const task = onlyTask(
      `1. Trả lời Công văn số 12/UBND-\nKTN về tình hình kinh tế -\nxã hội\n${FIELDS}`,
    );
    expect(task.title).toBe('Trả lời Công văn số 12/UBND-KTN về tình hình kinh tế - xã hội');
    expect(task.refs).toEqual(['Công văn số 12/UBND-KTN']);
  });
});

describe('fields', () => {
  it('may be missing: what most tasks have is reported, and nothing is invented', () => {
    const draft = plan(`1. Lập sổ\n${FIELDS}2. Mở lớp\n${FIELDS}3. Dọn kho\n- Chủ trì: A\n`);
    expect(draft.tasks[2]).toMatchObject({
      coordinating: [],
      timeText: null,
      kind: 'one-off',
      due: null,
    });
    expect(codes(draft)).toEqual(['FIELD_MISSING', 'FIELD_MISSING']);
  });

  it('keep an empty product line together with the plus lines below it', () => {
    const task = onlyTask(
      '1. Lập sổ:\n- Chủ trì: A\n- Sản phẩm:\n+ Sổ tay;\n+ Báo cáo.\n- Thời gian: Quý I/2025\n',
    );
    expect(task).toMatchObject({ title: 'Lập sổ', product: ['Sổ tay', 'Báo cáo'] });
  });

  it('drop a lead from the coordinating units and say so', () => {
    const draft = plan(
      '1. Lập sổ\n- Chủ trì: Văn phòng Sở\n- Phối hợp: Văn phòng, Chi cục QLTT\n- Thời gian: Quý I/2025\n',
    );
    expect(draft.tasks[0]?.coordinating).toEqual(['Chi cục QLTT']);
    expect(codes(draft)).toEqual(['LEAD_ALSO_COORDINATING']);
  });

  it('say "nếu có" in a title or product as a condition', () => {
    expect(onlyTask(`1. Tiếp đoàn thanh tra (nếu có)\n${FIELDS}`).conditional).toBe('nếu có');
  });

  it('take no deadline from the title', () => {
    const task = onlyTask(
      `1. Lập kế hoạch năm 2026, giai đoạn 2026-2030\n- Chủ trì: A\n- Thời gian: Thường xuyên\n`,
    );
    expect(task).toMatchObject({ kind: 'ongoing', due: null });
  });

  it('keep typing errors and doubled words of the title', () => {
    expect(onlyTask(`1. Rà roát rà soát các các quy chế\n${FIELDS}`).title).toBe(
      'Rà roát rà soát các các quy chế',
    );
  });

  it('end before prose that follows them, which is reported', () => {
    const draft = plan(`1. Lập sổ\n${FIELDS}Các phòng bám sát nhiệm vụ để thực hiện.\n`);
    expect(draft.tasks[0]?.timeText).toBe('Tháng 5/2025');
    expect(codes(draft)).toEqual(['STRAY_TEXT']);
  });

  it('keep a time that cannot be read as text', () => {
    const draft = plan('1. Lập sổ\n- Chủ trì: A\n- Thời gian: Chưa rõ\n');
    expect(draft.tasks[0]).toMatchObject({ timeText: 'Chưa rõ', due: null });
    expect(codes(draft)).toContain('TIME_UNREADABLE');
  });
});

describe('the plan year', () => {
  const body = '1. Lập sổ\n- Chủ trì: A\n- Thời gian: Tháng 5\n';

  it('comes from the title, not from a span of years in it', () => {
    const draft = parsePlan(
      `KẾ HOẠCH\nThực hiện đề án giai đoạn 2026-2030 trong năm 2027\n${body}`,
    );
    expect(draft).toMatchObject({ year: 2027, tasks: [{ due: '2027-05-31' }] });
  });

  it('may be given by the caller', () => {
    expect(parsePlan(HEAD + body, { year: 2028 }).tasks[0]?.due).toBe('2028-05-31');
  });

  it('stays unknown rather than guessed', () => {
    const draft = parsePlan(`KẾ HOẠCH\n${body}`);
    expect(draft).toMatchObject({ year: null, tasks: [{ due: null }] });
    expect(codes(draft)).toContain('PLAN_YEAR_UNKNOWN');
  });

  it('is that of the annex when a decision issues the plan', () => {
    const decision =
      'QUYẾT ĐỊNH\nBan hành Kế hoạch công tác\nCăn cứ Kế hoạch năm 2019;\n1. Điều khoản./.\nNơi nhận:\n- Lưu: VT.\n';
    const draft = parsePlan(`${decision}${HEAD}${body}`);
    expect(draft).toMatchObject({ year: 2025, tasks: [{ no: 'I.1' }] });
  });
});
