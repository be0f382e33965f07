import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  runThidua,
  runThiduaHere,
  startApi,
  temporaryFolder,
  type CommandRun,
  type TemporaryFolder,
  type TestServer,
} from './command-line';

const SAMPLE_PLAN = resolve(process.cwd(), 'examples/plans/ke-hoach-mau-2025.txt');

/** Against one running server, found by its data folder as a person's commands find it. */
describe('the command line', () => {
  let folder: TemporaryFolder;
  let server: TestServer;
  const dataDir = (): string => join(folder.path, 'data');
  const thidua = (...argv: string[]): Promise<CommandRun> =>
    runThidua(argv, { DATA_DIR: dataDir() });
  const here = (...argv: string[]): Promise<CommandRun> =>
    runThiduaHere(argv, { DATA_DIR: dataDir() });
  const json = async (...argv: string[]): Promise<Readonly<Record<string, unknown>>> => {
    const { exitCode, stdout, stderr } = await here(...argv, '--json');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  };

  beforeAll(async () => {
    folder = await temporaryFolder('data');
    server = await startApi(dataDir());
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await folder.remove();
  }, 60_000);

  it.each([
    [['units'], 'Văn phòng Sở'],
    [['officials'], 'cb-004'],
    [['plan', 'list'], 'đã ban hành'],
    [['task', 'list', '--year', '2025'], '3.3.a'],
    [['task', 'show', '3.3.a'], 'Bãi Sậy'],
    [['kpi', '--year', '2025', '--as-of', '2025-12-31'], 'Toàn cơ quan'],
    [['kpi', '--unit', 'QLTM', '--year', '2025'], 'Theo hạn ban đầu'],
    [['ranking', '--year', '2025', '--as-of', '2025-12-31'], 'TẠM TÍNH'],
    [['targets', '--year', '2025'], 'tỷ đồng'],
    [['score', '--year', '2025'], 'Mã băm bảng điểm'],
    [['score', 'explain', 'qltm', '--year', '2025'], 'Cách tính'],
    [['audit', '--type', 'PlanIssued'], 'Ban hành kế hoạch'],
    [['projections', 'status'], 'task_board'],
    [['calendar', 'show', '2026'], 'Nghỉ bù Giỗ Tổ'],
    [['calendar', 'add-days', '2026-08-28', '7'], 'hạn 11/09/2026'],
    [['workflow', 'list'], 'two-level@2'],
    [['workflow', 'show', 'two-level@1'], 'Lãnh đạo đơn vị phê duyệt'],
    [['workflow', 'draw', 'default', '--format', 'svg'], '<svg'],
    [['workflow', 'validate', 'examples/workflows/report-series.yaml'], 'Quy trình hợp lệ'],
    [['workflow', 'migrate', '--from', 'default@2', '--to', 'default@1', '--dry-run'], 'Chạy thử'],
    [['timers', 'upcoming', '--task', '3.3.a'], 'hạn 31/03/2025'],
    [['inbox', '--as', 'cb-009'], 'Đơn vị được giao nhiệm vụ 3.7'],
    [['ask', '1', '--year', '2025'], 'Tổng số nhiệm vụ'],
    [['briefing', 'show', '2025-10'], 'Giao ban tháng 10/2025'],
    [['organisation', 'history', 'qlcn'], 'Phòng Quản lý công nghiệp'],
    [['people', 'history', 'cb-004'], 'Văn phòng Sở'],
    [['task', 'chain', '3.3.a'], 'Bãi Sậy'],
    [['task', 'deadline', '3.3.a'], 'Hạn đang có hiệu lực'],
    [['evaluation', 'list'], 'Chưa có kỳ đánh giá'],
  ])(
    'answers %j in words, and as one JSON document',
    async (argv, word) => {
      const [told] = await Promise.all([here(...argv), json(...argv)]);
      expect(told).toMatchObject({ exitCode: 0, stderr: '' });
      expect(told.stdout).toContain(word);
    },
    60_000,
  );

  it('shows a person their own write in the next command', async () => {
    const at = ['--at', '2025-03-03T08:00:00+07:00'];
    const started = await thidua('task', 'do', '3.3.a', 'start-work', '--as', 'cb-009', ...at);
    expect(started).toMatchObject({ exitCode: 0, stderr: '' });
    expect(started.stdout).toContain('Đã ghi: Bắt đầu thực hiện');
    expect(await json('task', 'show', '3.3.a')).toMatchObject({
      task: { state: 'inProgress' },
      revision: 1,
    });
    const trail = await json('audit', '--task', '3.3.a', '--actor', 'cb-009');
    expect(trail).toMatchObject([{ type: 'WorkStarted', actorId: 'cb-009' }]);
  }, 60_000);

  it('records nothing twice under one idempotency key', async () => {
    const report = () =>
      json(
        ...['task', 'do', '3.3.a', 'report-progress', '--as', 'cb-009'],
        ...['--at', '2025-03-25T08:00:00+07:00', '--idempotency-key', 'bao-cao-thang-3'],
        ...['--set', 'period=2025-03', 'percent=60', 'text=Đã có dự thảo'],
      );
    expect(await report()).toMatchObject({ repeated: false, revision: 2 });
    expect(await report()).toMatchObject({ repeated: true, revision: 2 });
  }, 60_000);

  it('prints the refusal of a rule in Vietnamese with its code', async () => {
    const told = await thidua('task', 'do', '3.3.a', 'verify-result', '--as', 'cb-002');
    expect(told).toMatchObject({ exitCode: 1, stdout: '' });
    expect(told.stderr).toContain('Không thực hiện được');
    expect(told.stderr).toContain('TRANSITION_NOT_ALLOWED');
  });

  it('names the wrong fields, one a line', async () => {
    const told = await here('task', 'do', '3.3.a', 'report-progress', '--set', 'period=tháng 3');
    expect(told).toMatchObject({ exitCode: 1, stdout: '' });
    expect(told.stderr).toMatch(/^ {2}- .*period: phải là một tháng/m);
    expect(told.stderr).toContain('INVALID_INPUT');
  });

  it('counts with a notice from the next command on, until it is withdrawn', async () => {
    const dueOn = async () => (await json('calendar', 'add-days', '2026-11-17', '7'))['dueOn'];
    const swap = ['--swap', '2026-11-23:2026-11-28', '--reason', 'Ghi bổ sung'];
    const add = ['calendar', 'notice', 'add', 'hd-11', '--title', 'Hoán đổi dịp 24/11', ...swap];
    expect(await dueOn()).toBe('2026-11-27');
    expect((await here(...add, '--as', 'cb-009')).stderr).toContain('CALENDAR_KEEPER_ONLY');
    expect((await here(...add)).stdout).toContain('Đã ghi: Ghi nhận thông báo');
    expect(await dueOn()).toBe('2026-11-28');
    expect((await here('calendar', 'notice', 'list')).stdout).toContain('28/11/2026 làm bù');
    await json('calendar', 'notice', 'withdraw', 'hd-11', '--reason', 'Mới chỉ là đề xuất');
    expect(await dueOn()).toBe('2026-11-27');
    const old = await here('calendar', 'show', '2050');
    expect(old.stderr).toContain('CALENDAR_YEAR_NOT_COVERED');
  }, 60_000);

  it('extends a deadline by working days and says how the new one came about', async () => {
    const at = ['--at', '2025-04-01T08:00:00+07:00', '--as', 'cb-001'];
    const dueIn = '{"dueIn":{"days":5,"unit":"working"},"reason":"Chờ số liệu"}';
    const extend = await here('task', 'do', '3.3.a', 'extend-deadline', ...at, '--data', dueIn);
    expect(extend.stdout).toContain('Đã ghi: Gia hạn, Cách tính hạn');
    const told = await here('task', 'deadline', '3.3.a');
    expect(told.stdout).toMatch(/Theo kế hoạch.*\n.*Gia hạn ngày 01\/04\/2025/);
    expect(told.stdout).toContain('Cách tính: 5 ngày làm việc');
    const { dueOn, changes } = await json('task', 'deadline', '3.3.a');
    expect(changes).toMatchObject([{ setBy: 'plan' }, { dueOn, derivation: { days: 5 } }]);
  }, 60_000);

  it('keeps standard output empty when a program is refused', async () => {
    const told = await thidua('task', 'show', '99.9', '--json');
    expect(told).toMatchObject({ exitCode: 1, stdout: '' });
    expect(JSON.parse(told.stderr)).toMatchObject({ code: 'TASK_NOT_FOUND' });
  });

  it('imports a plan, says so the second time, and issues the only draft', async () => {
    const path = join(folder.path, 'ke-hoach-thu-hai.txt');
    await writeFile(path, `${await readFile(SAMPLE_PLAN, 'utf8')}\n`);
    const first = await json('plan', 'import', path);
    expect(first).toMatchObject({ alreadyImported: false });
    expect(await json('plan', 'import', path)).toMatchObject({ alreadyImported: true });
    expect(await json('plan', 'show', String(first['planId']))).toMatchObject({
      plan: { key: first['planId'], status: 'draft' },
    });
    const issued = await json('plan', 'issue', '--number', '07/KH-SCT', '--date', '2025-02-12');
    expect(issued).toMatchObject({ planId: first['planId'], allAssigned: true });
    expect(issued['assigned']).toHaveLength(Number(first['taskCount']));
    const again = await here('plan', 'issue');
    expect(again).toMatchObject({ exitCode: 1, stdout: '' });
    expect(again.stderr).toContain('NO_DRAFT_PLAN');

    const ambiguous = await here('task', 'show', '3.3.a');
    expect(ambiguous.stderr).toContain('TASK_NUMBER_AMBIGUOUS');
    expect(ambiguous.stderr).toContain(`${String(first['planId'])}.3.3.a`);
  }, 120_000);

  it('exports the whole trail as CSV and NDJSON with the same events in the same order', async () => {
    const ndjson = await here('audit', '--format', 'ndjson');
    const positions = ndjson.stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly position: string }).position);
    expect(positions).toEqual(positions.map((_, index) => String(index + 1)));
    const csv = await here('audit', '--format', 'csv');
    const records = csv.stdout.slice(1).split(/\r\n(?=\d+,)/);
    expect(records.slice(1).map((record) => record.split(',')[0])).toEqual(positions);
  }, 60_000);

  it('loads an office file twice and adds nothing the second time', async () => {
    const sample = resolve(process.cwd(), 'examples/office/sample-office.json');
    const office = JSON.parse(await readFile(sample, 'utf8')) as {
      readonly people: readonly object[];
    };
    const newcomer = {
      personId: 'cb-900',
      name: 'Người Mới',
      fromOn: '2025-01-01',
      posts: [{ unitId: 'vp', post: 'staff', fromOn: '2025-01-01' }],
    };
    const path = join(folder.path, 'office.json');
    await writeFile(path, JSON.stringify({ ...office, people: [...office.people, newcomer] }));
    expect(await json('office', 'load', path)).toMatchObject({ officialCount: 1, unitCount: 0 });
    expect(await json('office', 'load', path)).toMatchObject({ eventCount: 0 });
    expect((await here('officials')).stdout).toContain('Người Mới');
  }, 60_000);

  it('proves that the read models follow from the log', async () => {
    expect(await json('projections', 'rebuild', '--check')).toMatchObject({ isEqual: true });
  }, 120_000);

  it('freezes a year and then shows the frozen sheet', async () => {
    const frozen = await json('score', 'freeze', '--year', '2025', '--as-of', '2025-12-31');
    expect(await json('score', '--year', '2025')).toMatchObject({
      status: 'frozen',
      matchesRecord: true,
      sheetHash: frozen['sheetHash'],
    });
  }, 60_000);

  it('speaks to the server of THIDUA_URL', async () => {
    const { exitCode, stdout } = await runThidua(['units', '--json'], { THIDUA_URL: server.url });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('units');
  });

  it('says that a server cannot be reached', async () => {
    const told = await runThidua(['units'], { THIDUA_URL: 'http://127.0.0.1:9' });
    expect(told).toMatchObject({ exitCode: 1, stdout: '' });
    expect(told.stderr).toContain('Không kết nối được máy chủ http://127.0.0.1:9');
  });
});
