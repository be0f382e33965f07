import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const seededRoot = mkdtempSync(join(tmpdir(), 'thidua-architecture-'));

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

/** For each rule of .dependency-cruiser.cjs one file that breaks it and nothing else needs to exist for it. */
const seeded: Readonly<Record<string, readonly [file: string, code: string]>> = {
  'lib-kernel': ['libs/kernel/src/seeded.ts', "import '../../task/src/index';"],
  'lib-calendar': ['libs/calendar/src/seeded.ts', "import '../../task/src/index';"],
  'lib-workflow': ['libs/workflow/src/seeded.ts', "import '../../task/src/index';"],
  'lib-task': ['libs/task/src/seeded.ts', "import '../../event-store/src/index';"],
  'lib-plan': ['libs/plan/src/seeded.ts', "import '../../task/src/index';"],
  'lib-organisation': ['libs/organisation/src/seeded.ts', "import '../../plan/src/index';"],
  'lib-evaluation': ['libs/evaluation/src/seeded.ts', "import '../../scoring/src/index';"],
  'lib-plan-import': ['libs/plan-import/src/seeded.ts', "import '../../event-store/src/index';"],
  'lib-event-store': ['libs/event-store/src/seeded.ts', "import '../../task/src/index';"],
  'lib-database': ['libs/database/src/seeded.ts', "import '../../event-store/src/index';"],
  'lib-projections': ['libs/projections/src/seeded.ts', "import '../../scoring/src/index';"],
  'lib-scoring': [
    'libs/scoring/src/seeded.ts',
    "import type {} from '../../event-store/src/index';",
  ],
  'lib-evidence': ['libs/evidence/src/seeded.ts', "import '../../projections/src/index';"],
  'lib-reporting': ['libs/reporting/src/seeded.ts', "import '../../application/src/index';"],
  'lib-application': ['libs/application/src/seeded.ts', "import '../../platform/src/index';"],
  'lib-jobs': ['libs/jobs/src/seeded.ts', "import '../../application/src/index';"],
  'lib-mail': ['libs/mail/src/seeded.ts', "import '../../projections/src/index';"],
  'lib-urging': ['libs/urging/src/seeded.ts', "import '../../projections/src/index';"],
  'lib-platform': ['libs/platform/src/seeded.ts', "import '../../scoring/src/index';"],
  'pure-libs-stay-pure': ['libs/plan/src/seeded-node.ts', "import 'node:fs';"],
  'projection-folds-stay-pure': ['libs/projections/src/seeded.projection.ts', "import 'pg';"],
  'scoring-reads-row-types-only': [
    'libs/scoring/src/seeded-runtime.ts',
    "import '../../projections/src/runtime/index';",
  ],
  'nest-lives-in-apps-and-platform': [
    'libs/application/src/seeded-nest.ts',
    "import '@nestjs/common';",
  ],
  'front-door-only': ['apps/api/src/seeded.ts', "import '../../../libs/task/src/inside';"],
  'no-testing-in-production': [
    'apps/api/src/seeded-testing.ts',
    "import '../../../libs/task/src/testing/index';",
  ],
  'apps-do-not-import-each-other': ['apps/cli/src/seeded.ts', "import '../../api/src/index';"],
  'metrics-and-traces-live-in-platform': [
    'libs/event-store/src/seeded-metrics.ts',
    "import 'prom-client';",
  ],
  'papers-are-made-in-reporting': ['libs/application/src/seeded-paper.ts', "import 'docx';"],
  'no-circular': ['libs/task/src/seeded-a.ts', "import './seeded-b';"],
  'not-to-unresolvable': ['apps/api/src/seeded-missing.ts', "import './nowhere';"],
  'not-to-undeclared': ['apps/api/src/seeded-dev.ts', "import 'fast-check';"],
};

const support: Readonly<Record<string, string>> = {
  'libs/task/src/seeded-b.ts': "import './seeded-a';",
  'libs/task/src/inside.ts': 'export {};',
  'libs/task/src/testing/index.ts': 'export {};',
  'libs/projections/src/runtime/index.ts': 'export {};',
  'apps/api/src/index.ts': 'export {};',
  ...Object.fromEntries(
    ['task', 'event-store', 'plan', 'scoring', 'projections', 'platform', 'application'].map(
      (library) => [`libs/${library}/src/index.ts`, 'export {};'],
    ),
  ),
};

function write(file: string, code: string): void {
  const path = join(seededRoot, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${code}\n`);
}

function cruise(cwd: string): { violations: readonly Violation[]; ruleNames: readonly string[] } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...[
        'libs',
        'apps',
        '--config',
        join(root, '.dependency-cruiser.cjs'),
        '--output-type',
        'json',
      ],
    ],
    { cwd, encoding: 'utf8', maxBuffer: 64 << 20 },
  );
  if (stdout === '') throw new Error(`dependency-cruiser said nothing: ${stderr}`);
  const report = JSON.parse(stdout) as {
    summary: { violations: Violation[]; ruleSetUsed: { forbidden: { name: string }[] } };
  };
  return {
    violations: report.summary.violations,
    ruleNames: report.summary.ruleSetUsed.forbidden.map(({ name }) => name),
  };
}

describe('the rules of the architecture', () => {
  let report: ReturnType<typeof cruise>;

  beforeAll(() => {
    symlinkSync(join(root, 'node_modules'), join(seededRoot, 'node_modules'));
    for (const [file, code] of Object.entries(support)) write(file, code);
    for (const [file, code] of Object.values(seeded)) write(file, code);
    for (const file of ['tsconfig.json', 'package.json'])
      cpSync(join(root, file), join(seededRoot, file));
    report = cruise(seededRoot);
  });

  afterAll(() => rmSync(seededRoot, { recursive: true, force: true }));

  it('each have a seeded violation', () => {
    expect([...report.ruleNames].sort()).toEqual(Object.keys(seeded).sort());
  });

  it.each(Object.entries(seeded))('fire: %s', (rule, [file]) => {
    const fired = report.violations
      .filter(({ from }) => from === file)
      .map((each) => each.rule.name);
    expect(fired).toContain(rule);
  });
});

describe('the lint rules of the pure code', () => {
  const lint = (code: string, file: string): string[] => {
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/eslint/bin/eslint.js'),
        ...['--stdin', '--stdin-filename', join(root, file), '--format', 'json'],
      ],
      {
        cwd: root,
        encoding: 'utf8',
        input: code,
        // Otherwise typescript-eslint reads the file's text from disk instead of standard input.
        env: { ...process.env, TSESTREE_SINGLE_RUN: 'false' },
      },
    );
    const [result] = JSON.parse(stdout) as [{ messages: { ruleId: string; message: string }[] }];
    return result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
  };

  it('fire on a clock, chance, waiting, the console and an enum', () => {
    const messages = lint(
      [
        'export const now = () => [new Date(), Date.now(), Math.random()];',
        'export const later = async (work: Promise<void>) => { await work; console.log(process.env); };',
        'export enum Colour { Red }',
      ].join('\n'),
      'libs/task/src/task.events.ts',
    ).join('\n');
    expect(messages.match(/Time arrives in the command/g)).toHaveLength(2);
    expect(messages).toContain('Ids and chance arrive in the command');
    expect(messages).toContain('Decisions are synchronous');
    expect(messages).toContain('The domain has no outside');
    expect(messages).toContain('Use a union of literals');
  });
});
