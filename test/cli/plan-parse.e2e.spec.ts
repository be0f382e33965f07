import { existsSync, readFileSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runThidua, runThiduaHere, temporaryFolder, type TemporaryFolder } from './command-line';

const references = resolve(process.cwd(), '../shared');
const plan = resolve(references, 'seeds/000_92bbb0a64c55724c.txt');
const isPresent = existsSync(plan);
const itWithReferences = isPresent ? it : it.skip;
const title = (text: string) =>
  isPresent ? text : `${text} [skipped: the reference papers are not on this machine]`;

type Label = Readonly<Record<string, unknown>>;

const camelCase = (key: string): string =>
  key.replace(/_([a-z])/g, (_whole, letter: string) => letter.toUpperCase());

/** Labels as the command line names them; the labellers' own notes are no fields. */
const labels = (path: string): Label[] =>
  (JSON.parse(readFileSync(resolve(references, path), 'utf8')) as Label[]).map((label) =>
    Object.fromEntries(
      Object.entries(label)
        .filter(([key]) => key !== 'note')
        .map(([key, value]) => [camelCase(key), value]),
    ),
  );

/** Of what was parsed, the fields that were labelled. */
const labelled = (parsed: readonly Label[], expected: readonly Label[]): Label[] => {
  const fields = Object.keys(expected[0] ?? {});
  return parsed.map((each) => Object.fromEntries(fields.map((field) => [field, each[field]])));
};

const SAMPLE = 'examples/plans/ke-hoach-mau-2025.txt';

describe('plan parse', () => {
  let folder: TemporaryFolder;
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => folder.remove());

  const fileWith = async (name: string, content: string | Uint8Array): Promise<string> => {
    const path = join(folder.path, name);
    await writeFile(path, content);
    return path;
  };

  itWithReferences(title('gives tasks and targets as a person labelled them'), async () => {
    const { exitCode, stdout, stderr } = await runThidua(['plan', 'parse', plan, '--json']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const parsed = JSON.parse(stdout) as { readonly tasks: Label[]; readonly targets: Label[] };
    const tasks = labels('gold/000_92bbb0a64c55724c.tasks.json');
    const targets = labels('gold/000.indicators.json');
    expect(labelled(parsed.tasks, tasks)).toEqual(tasks);
    expect(labelled(parsed.targets, targets)).toEqual(targets);
  });

  it('prints one JSON document with tasks, targets and warnings, and figures as numbers', async () => {
    const { exitCode, stdout, stderr } = await runThidua(['plan', 'parse', SAMPLE, '--json']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const parsed = JSON.parse(stdout) as Readonly<Record<string, Label[]>>;
    expect(parsed).toMatchObject({ year: 2025 });
    expect(Object.keys(parsed)).toEqual(expect.arrayContaining(['tasks', 'targets', 'warnings']));
    expect(parsed['targets']?.every(({ value }) => typeof value === 'number')).toBe(true);
  });

  it('prints a table for people', async () => {
    const { exitCode, stdout } = await runThiduaHere(['plan', 'parse', SAMPLE]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('18 nhiệm vụ, 4 chỉ tiêu');
    expect(stdout).toContain('│ 3.3.a │');
  });

  it('takes the year from --year where the title names none', async () => {
    const text = readFileSync(resolve(process.cwd(), SAMPLE), 'utf8').replace(/NĂM 2025/g, 'NĂM');
    const path = await fileWith('khong-nam.txt', text);
    const { stdout } = await runThiduaHere(['plan', 'parse', path, '--year', '2031', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ year: 2031 });
  });

  it.each([
    ['missing', () => Promise.resolve('khong-co.txt'), 'FILE_NOT_FOUND'],
    ['a folder', () => Promise.resolve('apps'), 'NOT_A_FILE'],
    ['empty', () => fileWith('rong.txt', ''), 'FILE_EMPTY'],
    ['only spaces', () => fileWith('trang.txt', ' \n\t\n'), 'PLAN_FILE_EMPTY'],
    ['a PDF', () => fileWith('a.pdf', '%PDF-1.7\n'), 'PLAN_FILE_BINARY'],
    ['not UTF-8', () => fileWith('b.txt', Uint8Array.of(0x4b, 0xff, 0xe9)), 'PLAN_FILE_NOT_TEXT'],
    ['a letter', () => fileWith('thu.txt', 'Kính gửi: Văn phòng Sở\n'), 'NOT_A_PLAN'],
  ])('refuses a file that is %s, naming it', async (_case, make, code) => {
    const path = await make();
    const told = await runThiduaHere(['plan', 'parse', path]);
    expect(told).toMatchObject({ exitCode: 1, stdout: '' });
    expect(told.stderr).toContain(`${path}: `);
    expect(told.stderr).toContain(code);
    expect(told.stderr).not.toMatch(/^\s+at /m);

    const answered = await runThiduaHere(['plan', 'parse', path, '--json']);
    expect(answered).toMatchObject({ exitCode: 1, stdout: '' });
    expect(JSON.parse(answered.stderr)).toMatchObject({ code });
  });

  const isRoot = process.getuid?.() === 0;
  (isRoot ? it.skip : it)(
    `refuses a file it may not read${isRoot ? ' [skipped: root may read everything]' : ''}`,
    async () => {
      const path = await fileWith('khoa.txt', 'x');
      await chmod(path, 0o000);
      const { exitCode, stderr } = await runThiduaHere(['plan', 'parse', path]);
      expect(exitCode).toBe(1);
      expect(stderr).toContain('không có quyền đọc');
    },
  );
});
