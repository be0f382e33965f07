// The architecture as a table: who may import whom. Imports point at the decision.
// test/architecture proves for each rule, with a seeded violation, that it fires.

const mayImport = {
  kernel: [],
  calendar: ['kernel'],
  workflow: ['kernel'],
  task: ['kernel', 'calendar', 'workflow'],
  plan: ['kernel'],
  organisation: ['kernel'],
  evaluation: ['kernel'],
  'plan-import': ['kernel', 'calendar'],
  'event-store': ['kernel', 'database'],
  database: ['kernel'],
  projections: [
    'kernel',
    'workflow',
    'task',
    'plan',
    'organisation',
    'evaluation',
    'urging',
    'event-store',
    'database',
  ],
  scoring: ['kernel', 'projections'],
  evidence: ['kernel'],
  reporting: ['kernel', 'projections', 'scoring'],
  application: [
    'kernel',
    'calendar',
    'workflow',
    'task',
    'plan',
    'organisation',
    'evaluation',
    'plan-import',
    'event-store',
    'database',
    'projections',
    'scoring',
    'evidence',
    'mail',
    'urging',
    'reporting',
  ],
  jobs: ['kernel', 'database'],
  mail: ['kernel', 'database'],
  urging: ['kernel', 'workflow', 'calendar', 'task', 'organisation'],
  platform: ['kernel', 'database', 'event-store', 'projections', 'application', 'jobs', 'mail'],
};

/** Libraries whose code may touch no package but zod and no node module: they must give the same answer everywhere. */
const pure = [
  'kernel',
  'calendar',
  'workflow',
  'task',
  'plan',
  'organisation',
  'evaluation',
  'urging',
  'plan-import',
  'scoring',
];

const group = (names) => `(${names.join('|')})`;
const tests = '\\.(spec|contract)\\.ts$|/testing/';

const libraryRules = Object.entries(mayImport).map(([library, allowed]) => ({
  name: `lib-${library}`,
  severity: 'error',
  comment: `libs/${library} may import only: ${allowed.join(', ') || 'nothing'}`,
  from: { path: `^libs/${library}/`, pathNot: tests },
  to: { path: '^(libs|apps)/', pathNot: `^libs/${group([library, ...allowed])}/` },
}));

module.exports = {
  forbidden: [
    ...libraryRules,
    {
      name: 'pure-libs-stay-pure',
      severity: 'error',
      comment: 'The domain is pure: no package but zod, no node module.',
      from: { path: `^libs/${group(pure)}/`, pathNot: tests },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'],
        pathNot: 'node_modules/zod/',
      },
    },
    {
      name: 'projection-folds-stay-pure',
      severity: 'error',
      comment: 'A fold that reads anything but its event cannot be rebuilt.',
      from: { path: '^libs/projections/.*\\.projection\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'],
        pathNot: 'node_modules/zod/',
      },
    },
    {
      name: 'scoring-reads-row-types-only',
      severity: 'error',
      comment:
        'A score is a function of facts handed to it; it may know their types, not fetch them.',
      from: { path: '^libs/scoring/', pathNot: tests },
      to: {
        path: '^libs/projections/',
        pathNot: '^libs/projections/src/task-outcomes/|^libs/projections/src/index\\.ts$',
      },
    },
    {
      name: 'nest-lives-in-apps-and-platform',
      severity: 'error',
      comment: 'Only apps/ and libs/platform know the framework.',
      from: { path: '^libs/', pathNot: '^libs/platform/' },
      to: { path: 'node_modules/@nestjs/' },
    },
    {
      name: 'front-door-only',
      severity: 'error',
      comment: 'Another library is entered by its index.ts (or testing/index.ts in tests).',
      from: { path: '^(?:libs|apps)/([^/]+)/' },
      to: {
        path: '^libs/([^/]+)/src/',
        pathNot: '^libs/$1/|^libs/[^/]+/src/(testing/)?index\\.ts$',
      },
    },
    {
      name: 'no-testing-in-production',
      severity: 'error',
      comment: 'Fixtures and contract suites are for tests.',
      from: { path: '^(libs|apps)/', pathNot: tests },
      to: { path: '/testing/|\\.(spec|contract)\\.ts$' },
    },
    {
      name: 'apps-do-not-import-each-other',
      severity: 'error',
      comment: 'Processes talk over HTTP, queues and the log.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'metrics-and-traces-live-in-platform',
      severity: 'error',
      comment:
        'What is measured is told to plain observers; who counts and sends it is one library’s business.',
      from: { path: '^(libs|apps)/', pathNot: '^libs/platform/' },
      to: { path: 'node_modules/(prom-client|@opentelemetry)/' },
    },
    {
      name: 'papers-are-made-in-reporting',
      severity: 'error',
      comment:
        'Who writes DOCX, XLSX and their zips is one library’s business; a catalogue may be read from a workbook.',
      from: {
        path: '^(libs|apps)/',
        pathNot: `^libs/reporting/|^libs/application/src/catalogue/read-catalogue-file\\.ts$|${tests}`,
      },
      to: { path: 'node_modules/(docx|exceljs|fflate)/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A cycle has no reading order.',
      from: { path: '^(libs|apps)/' },
      to: { circular: true },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment: 'An import that resolves to nothing breaks at run time.',
      from: { path: '^(libs|apps|test)/' },
      // The alias of a testing front door has its wildcard in the middle, which the resolver does not follow; tsc does.
      to: { couldNotResolve: true, pathNot: '^@thidua/[a-z-]+/testing$' },
    },
    {
      name: 'not-to-undeclared',
      severity: 'error',
      comment: 'Only declared dependencies; development ones stay out of production code.',
      from: { path: '^(libs|apps)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Only what the build writes: packages keep their code in folders of that name too, and rules must see them.
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default'],
    },
  },
};
