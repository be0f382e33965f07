import { runCommandLine } from './run-command-line';

/** Runs a command line that needs no server and keeps what it wrote. */
const run = async (...argv: string[]) => {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const streamOf = (written: string[]) => ({
    write: (text: string) => written.push(text) > 0,
    once: () => undefined,
  });
  const exitCode = await runCommandLine(argv, {
    environment: {},
    stdout: streamOf(stdout),
    stderr: streamOf(stderr),
  });
  return { exitCode, stdout: stdout.join(''), stderr: stderr.join('') };
};

describe('a command line', () => {
  it.each([
    ['an unknown command', ['ra-lenh'], 'Không có lệnh "ra-lenh"'],
    ['a slip of the pen, with what may be meant', ['rankin'], 'Có phải bạn muốn: ranking'],
    ['an unknown option', ['units', '--colour'], 'Không có tùy chọn --colour'],
    ['a missing file name', ['plan', 'parse'], 'Thiếu <tệp>'],
    ['an option without its value', ['kpi', '--unit'], '--unit'],
    ['a missing year', ['score'], '--year'],
    ['one word too many', ['units', 'tất-cả'], 'Thừa tham số'],
    ['a year that is none', ['ranking', '--year', 'nay'], '--year phải là một năm'],
    ['a day that does not exist', ['kpi', '--as-of', '2025-02-30'], '--as-of'],
    ['a time without an offset', ['kpi', '--known-at', '2025-02-03T10:00:00'], '--known-at'],
    ['a format that is none', ['audit', '--format', 'xml'], 'xml'],
    ['two filters that exclude each other', ['task', 'list', '--open', '--closed'], '--closed'],
    ['a rebuild without --check', ['projections', 'rebuild'], '--check'],
    ['a command no task knows', ['task', 'do', '2.1', 'dance'], 'dance'],
    ['an actor that is no id', ['units', '--as', 'Nguyễn Văn A'], '--as'],
  ])('with %s ends with 2 and says so', async (_case, argv, named) => {
    const { exitCode, stdout, stderr } = await run(...argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/error:|^\s+at /m);
  });

  it('tells a program what is wrong in one line of JSON on standard error', async () => {
    const { exitCode, stdout, stderr } = await run('kpi', '--json', '--year', 'nay');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(JSON.parse(stderr)).toMatchObject({ code: 'WRONG_USAGE' });
  });

  it('without a command shows the commands and ends with 2', async () => {
    const { exitCode, stdout, stderr } = await run();
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('Cách dùng: thidua');
  });

  it.each([
    [['--help']],
    [['plan', 'import', '--help']],
    [['task', 'do', '--help']],
    [['score', 'explain', '--help']],
    [['audit', '--help']],
    [['simulate', '--help']],
  ])('shows the help of %j in Vietnamese on standard output', async (argv) => {
    const { exitCode, stdout, stderr } = await run(...argv);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('Cách dùng:');
    expect(stdout).not.toMatch(
      /Usage:|Options:|Commands:|display help|\(default|\[options\]|\[command\]/,
    );
  });

  it.each([
    [['plan', 'parse']],
    [['plan', 'import']],
    [['plan', 'issue']],
    [['plan', 'list']],
    [['plan', 'show']],
    [['task', 'list']],
    [['task', 'show']],
    [['task', 'do']],
    [['task', 'commands']],
    [['kpi']],
    [['ranking']],
    [['targets']],
    [['score']],
    [['score', 'explain']],
    [['score', 'freeze']],
    [['audit']],
    [['projections', 'status']],
    [['projections', 'rebuild']],
    [['units']],
    [['officials']],
    [['office', 'load']],
    [['simulate']],
  ])('gives an example in the help of %j', async (command) => {
    const { stdout } = await run(...command, '--help');
    expect(stdout).toContain(`npm run -s thidua -- ${command.join(' ')}`);
  });

  it('lists the commands of a task without any server', async () => {
    const { exitCode, stdout } = await run('task', 'commands', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toContainEqual({
      command: 'report-progress',
      name: 'ReportProgress',
      vi: 'Báo cáo tiến độ',
    });
  });
});
