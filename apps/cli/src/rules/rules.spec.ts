import { runCommandLine } from '../program/run-command-line';

/** Runs a command that needs no server and keeps what it wrote. */
const run = async (...argv: string[]) => {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const streamOf = (written: string[]) => ({
    write: (text: string) => written.push(text) > 0,
    once: () => undefined,
  });
  const streams = { stdout: streamOf(stdout), stderr: streamOf(stderr) };
  const exitCode = await runCommandLine(argv, { environment: {}, ...streams });
  return { exitCode, stdout: stdout.join(''), stderr: stderr.join('') };
};
const TABLE = 'examples/rules/thi-dua-khoi-mau.yaml';

describe('rules', () => {
  it('lists what is shipped, and shows every rule with its basis', async () => {
    expect((await run('rules', 'list')).stdout).toContain('ND335_ORG');
    const { stdout } = await run('rules', 'show', 'ND335');
    expect(stdout).toContain('Điều 14.2.b');
    expect(stdout).toContain('cstdcsQuota');
  });

  it('validates a file of a table, and names the place where a template is still empty', async () => {
    expect((await run('rules', 'validate', TABLE)).stdout).toContain('dùng được');
    const { exitCode, stderr } = await run(
      'rules',
      'validate',
      'examples/facts/danh-hieu-2026.yaml',
    );
    expect({ exitCode, named: stderr.includes('subject') }).toEqual({ exitCode: 1, named: true });
  });

  it('says what changed, and gives an empty template', async () => {
    expect((await run('rules', 'diff', 'ND90', 'ND335')).stdout).toContain('serviceMonthsMin');
    const { stdout } = await run('rules', 'template', 'reform', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ subject: 'REFORM_SHEET', items: [] });
    expect((await run('rules', 'template', 'la')).exitCode).toBe(2);
  });
});

describe('a local table and titles, on the command line', () => {
  it('are scored from files', async () => {
    const facts = 'examples/facts/thi-dua-khoi-2026.yaml';
    const { stdout } = await run('score', 'run', '--rule-set', TABLE, '--facts', facts);
    // By hand: 60 × 35/42 + 25 × 9/10 + 15 + min(6, 15/2, cap 5) = 50 + 22.5 + 15 + 5.
    expect(stdout).toContain('92,50');
    const titles = await run('score', 'titles', '--facts', 'examples/facts/danh-hieu-2026.yaml');
    expect(titles.stdout).toContain('số suất: cần xác nhận');
  });
});
