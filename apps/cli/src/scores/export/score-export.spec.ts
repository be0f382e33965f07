import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { runCommandLine } from '../../program/run-command-line';

const EXAMPLE = 'examples/facts/nd335-2026.json';

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

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thidua-export-'));
});
afterAll(() => rm(folder, { recursive: true }));

const fileWith = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
};

describe('score export of a facts file', () => {
  const from = ['score', 'export', '--rule-set', 'ND335', '--facts', EXAMPLE];

  it('prints names where a file gives them, in a CSV with the points of the sheet', async () => {
    const names = await fileWith('ten.json', { people: { an: '@An' }, units: { qltm: 'Phòng A' } });
    const out = join(folder, 'bang.csv');
    const { exitCode, stdout } = await run(...from, '--names', names, '--to', 'csv', '--out', out);
    expect([exitCode, stdout]).toEqual([0, `Đã ghi ${out}.\n`]);
    const rows: string[][] = parse(readFileSync(out), { bom: true, delimiter: ';' });
    expect(rows[1]?.slice(0, 6)).toEqual([
      'an',
      "'@An",
      'Phòng A',
      'Chuyên viên',
      '97,22',
      '875/9',
    ]);
  });

  it.each([
    ['no file to write', ['--to', 'csv'], 2, '--out'],
    ['an unknown kind', ['--to', 'pdf', '--out', 'x'], 2, 'mau-01'],
    ['a form without its period', ['--to', 'mau-01', '--out', 'x'], 1, '2026-Q1'],
  ])('with %s is refused and says what would be right', async (_case, argv, code, named) => {
    const { exitCode, stderr } = await run(...from, ...argv);
    expect(exitCode).toBe(code);
    expect(stderr).toContain(named);
  });

  it('names the field of a names file that is wrong', async () => {
    const names = await fileWith('sai.json', { nguoi: {} });
    const { exitCode, stderr } = await run(...from, '--names', names, '--to', 'json', '--out', 'x');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/sai\.json.*people/);
  });
});

describe('report ubnd --check', () => {
  const table = (total: number) => ({
    format: 'thidua-ubnd/1',
    asOf: '2026-10-14',
    counts: { doneOnTime: 3, doneLate: 1, openInTime: 4, openOverdue: 1, noDeadline: 2 },
    total,
  });

  it('prints both rates of a table that adds up', async () => {
    const { exitCode, stdout } = await run(
      'report',
      'ubnd',
      '--check',
      await fileWith('d.json', table(11)),
    );
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/đến hạn +│ \(n1\+n2\)\/\(n1\+n2\+n4\) +│ 80,00 │/);
    expect(stdout).toMatch(/có hạn +│ \(n1\+n2\)\/\(n1\+n2\+n3\+n4\) +│ 44,44 │/);
  });

  it('refuses one that does not, naming the file', async () => {
    const path = await fileWith('lech.json', table(12));
    const { exitCode, stdout, stderr } = await run('report', 'ubnd', '--check', path);
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain(path);
    expect(stderr).toContain('cộng lại là 11, khác tổng 12');
  });
});
