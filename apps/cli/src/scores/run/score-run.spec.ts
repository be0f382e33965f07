import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../program/run-command-line';

const EXAMPLE = 'examples/facts/nd335-2026.json';

/** Runs `score run`, which needs no server, and keeps what it wrote. */
const run = async (...argv: string[]) => {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const streamOf = (written: string[]) => ({
    write: (text: string) => written.push(text) > 0,
    once: () => undefined,
  });
  const exitCode = await runCommandLine(['score', 'run', ...argv], {
    environment: {},
    stdout: streamOf(stdout),
    stderr: streamOf(stderr),
  });
  return { exitCode, stdout: stdout.join(''), stderr: stderr.join('') };
};

describe('score run', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thidua-score-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const fileWith = async (name: string, content: unknown): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  type Written = { people: { id: string; periods: { period: string }[] }[] };
  const example = (): Written => JSON.parse(readFileSync(EXAMPLE, 'utf8')) as Written;

  it('prints one JSON document, the same whatever the order of the people', async () => {
    const { exitCode, stdout, stderr } = await run(
      ...['--rule-set', 'ND335', '--facts', EXAMPLE, '--json'],
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const facts = example();
    const path = await fileWith('dao.json', { ...facts, people: facts.people.toReversed() });
    const turned = await run('--rule-set', 'ND335', '--facts', path, '--json');
    expect(turned.stdout).toBe(stdout);
    expect(JSON.parse(stdout)).toMatchObject({
      people: [
        { personId: 'an', class: 'HTT', reasons: [{ code: 'OVER_QUOTA' }] },
        { personId: 'binh', reasons: [{ code: 'LEAVE_TAKEN' }] },
        { personId: 'chi', band: 'HTXS', class: 'HTT', reasons: [{ code: 'HEAD_CEILING' }] },
      ],
    });
  });

  it('takes a rule set from a file, and its hash shows', async () => {
    const rules = await fileWith('rules.json', {
      extends: 'ND335',
      id: 'ND335.so-mau',
      version: 2,
      approver: 'giam-doc',
      parameters: { quotaBase: { value: 'HTT_OR_ABOVE' } },
    });
    const { stdout } = await run('--rule-set', rules, '--facts', EXAMPLE, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ ruleSet: { id: 'ND335.so-mau', version: 2 } });
  });

  it('explains a person: what is missing, and which levers reach the next class', async () => {
    const { stdout } = await run('--rule-set', 'ND335', '--facts', EXAMPLE, '--explain', 'binh');
    // By hand: a = b = c = 8/10, so P = 25 + 56 = 81; HTXS lacks 9. One more unit in a month gives 7/6.
    expect(stdout).toContain('Để đạt HTXS còn thiếu 9,00 điểm');
    expect(stdout).toMatch(/thêm sản phẩm được giao được nghiệm thu: 8 lần/);
    expect(stdout).toMatch(/Chỉ bớt số lần chậm: không đủ, được 81,00/);
    expect(stdout).toContain('binh-giao-01');
  });

  it.each([
    ['no facts', ['--rule-set', 'ND335'], 2, '--facts'],
    ['no rule set', ['--facts', EXAMPLE], 2, '--rule-set'],
    ['an unknown rule set', ['--rule-set', 'ND9', '--facts', EXAMPLE], 1, 'ND335_ORG'],
    ['rules of another time', ['--rule-set', 'ND90', '--facts', EXAMPLE], 1, '31/12/2025'],
    ['another year', ['--rule-set', 'ND335', '--facts', EXAMPLE, '--year', '2025'], 2, '2026'],
    ['a file that is not there', ['--rule-set', 'ND335', '--facts', 'x.json'], 1, 'x.json'],
    [
      'a stranger',
      ['--rule-set', 'ND335', '--facts', EXAMPLE, '--explain', 'la'],
      1,
      'không có người la',
    ],
  ])('with %s is refused and says what would be right', async (_case, argv, code, named) => {
    const { exitCode, stdout, stderr } = await run(...argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: code, stdout: '' });
    expect(stderr).toContain(named);
  });

  it('names the file and the place of each fault', async () => {
    const facts = example();
    facts.people[1]!.periods[2]!.period = '2026-13';
    const path = await fileWith('sai.json', facts);
    const { exitCode, stderr } = await run('--rule-set', 'ND335', '--facts', path, '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'FACTS_INVALID' });
    expect(stderr).toContain(`${path}: `);
    expect(stderr).toMatch(/people\[1\]\.periods\[2\]\.period: phải là tháng/);
    const broken = await fileWith('vo.json', '{');
    expect((await run('--rule-set', 'ND335', '--facts', broken)).stderr).toContain('NOT_JSON');
  });
});
