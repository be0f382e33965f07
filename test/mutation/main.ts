import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type MutationReport, folderOf, rowsOf } from './folder-rows';
import {
  SCORE_MIN,
  libraryScores,
  mutationPage,
  mutationTables,
  readRows,
  withNewRows,
} from './mutation-page';

const ROOT = join(__dirname, '../..');
const PAGE = join(ROOT, 'docs/mutation.md');
const REPORT = join(ROOT, 'reports/mutation/mutation.json');
const STRYKER = dirname(require.resolve('@stryker-mutator/core/package.json'));
const MEASURED = ['libs/kernel', 'libs/calendar', 'libs/workflow', 'libs/task'];

const USAGE = 'npm run test:mutation [-- --only libs/task/src/decide,libs/task/src/rules]';

/** Folders of sources that have rules in them; catalogues are left out by `stryker.config.mjs` for the reason given there. */
function foldersWithRules(): readonly string[] {
  const catalogues = /\/src\/(events|commands|rejections|testing)$/;
  const sources = ['libs/workflow', 'libs/task'].flatMap((library) =>
    readdirSync(join(ROOT, library, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(?!.*index\.ts$)(?!.*\.spec\.ts$).*\.ts$/.test(file))
      .map((file) => folderOf(`${library}/src/${file.replaceAll('\\', '/')}`)),
  );
  return [...new Set(sources)].filter((folder) => !catalogues.test(folder)).sort();
}

/** The folders to measure. @throws when one is no folder with rules. */
function chosenFolders(argv: readonly string[], folders: readonly string[]): readonly string[] {
  if (argv.length === 0) return folders;
  const [option, list, ...rest] = argv;
  if (option !== '--only' || list === undefined || rest.length > 0) throw new Error(USAGE);
  const chosen = list.split(',').map((folder) => folder.replace(/\/$/, ''));
  const unknown = chosen.filter((folder) => !folders.includes(folder));
  if (unknown.length === 0) return chosen;
  throw new Error(`No such folder: ${unknown.join(', ')}. There are:\n${folders.join('\n')}`);
}

function git(...args: readonly string[]): string {
  return execFileSync('git', [...args], { cwd: ROOT, encoding: 'utf8' }).trim();
}

function measuredCommit(): string {
  const hash = git('rev-parse', '--short=7', 'HEAD');
  return git('status', '--porcelain', '--', ...MEASURED) === '' ? hash : `${hash}+`;
}

function runStryker(folders: readonly string[], isWhole: boolean): MutationReport | null {
  rmSync(REPORT, { force: true });
  mkdirSync(join(ROOT, 'reports/mutation'), { recursive: true });
  spawnSync(process.execPath, [join(STRYKER, 'bin/stryker.js'), 'run', 'stryker.config.mjs'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: 'test',
      ...(isWhole ? {} : { MUTATION_FOLDERS: folders.join(',') }),
    },
  });
  return existsSync(REPORT) ? (JSON.parse(readFileSync(REPORT, 'utf8')) as MutationReport) : null;
}

const toolName = (): string => {
  const { version } = JSON.parse(readFileSync(join(STRYKER, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return `StrykerJS ${version}`;
};

/**
 * Measures the folders asked for (all without `--only`) and writes their rows into `docs/mutation.md`.
 * @returns the exit status: 1 when nothing was measured or a library is below the least score.
 */
export function measureMutations(argv: readonly string[]): number {
  const folders = foldersWithRules();
  const chosen = chosenFolders(argv, folders);
  const isWhole = chosen.length === folders.length;
  const commit = measuredCommit();
  const report = runStryker(chosen, isWhole);
  if (report === null) return 1;

  const earlier = isWhole || !existsSync(PAGE) ? [] : readRows(readFileSync(PAGE, 'utf8'));
  const rows = withNewRows(earlier, rowsOf(report, commit), folders);
  writeFileSync(PAGE, mutationPage(rows, folders, toolName()));
  console.log(`\n${mutationTables(rows, folders)}\n`);
  const weak = libraryScores(rows, folders).filter(({ score }) => (score ?? 0) < SCORE_MIN);
  for (const { library, score } of weak)
    console.error(`${library}: ${score?.toFixed(1) ?? '–'} < ${String(SCORE_MIN)}`);
  return weak.length > 0 ? 1 : 0;
}
