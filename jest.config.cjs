// One runner, three kinds of tests told apart by name: pure (.spec), with a database (.int.spec), whole system (.e2e.spec).
const base = {
  testEnvironment: '<rootDir>/test/runner/worker-realm-environment.cjs',
  runtime: '<rootDir>/test/runner/worker-realm-runtime.cjs',
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: {
    '^@thidua/([a-z-]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    '^@thidua/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    // What is loaded on demand is named with its extension, as import() wants it.
    '^\\./open-pglite\\.js$': '<rootDir>/libs/database/src/open-pglite.ts',
    '^\\./kurrentdb-event-store\\.js$':
      '<rootDir>/libs/event-store/src/kurrentdb/kurrentdb-event-store.ts',
    '^\\./paper-to-docx\\.js$': '<rootDir>/libs/reporting/src/official-layout/paper-to-docx.ts',
    '^\\./workbook-to-xlsx\\.js$': '<rootDir>/libs/reporting/src/tables/workbook-to-xlsx.ts',
    '^\\./prometheus-meters\\.js$': '<rootDir>/libs/platform/src/metrics/prometheus-meters.ts',
    '^\\./otlp-tracing\\.js$': '<rootDir>/libs/platform/src/tracing/otlp-tracing.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/data', '<rootDir>/reports'],
};

// Suites that break things on purpose or play the whole product on another store; `npm run test:all` and CI run them too.
const reliability = [
  '<rootDir>/test/(crash|faults|kurrentdb|kurrentdb-stand-in)/',
  '<rootDir>/test/kurrentdb\\.e2e\\.spec\\.ts$',
  '\\.long\\.e2e\\.spec\\.ts$',
];

module.exports = {
  globalTeardown: '<rootDir>/test/runner/close-idle-engines.cjs',
  testSequencer: '<rootDir>/test/runner/heaviest-first.cjs',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
      testPathIgnorePatterns: [
        '\\.int\\.spec\\.ts$',
        '\\.e2e\\.spec\\.ts$',
        '/node_modules/',
        '/seeded/',
      ],
    },
    {
      ...base,
      displayName: 'int',
      testMatch: ['<rootDir>/{apps,libs,test}/**/*.int.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...reliability],
    },
    {
      ...base,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/**/*.e2e.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...reliability],
    },
    {
      ...base,
      displayName: 'reliability',
      testMatch: [
        '<rootDir>/test/{crash,faults,kurrentdb,kurrentdb-stand-in}/**/*.int.spec.ts',
        '<rootDir>/test/kurrentdb.e2e.spec.ts',
        '<rootDir>/test/**/*.long.e2e.spec.ts',
      ],
    },
  ],
  testTimeout: 60000,
};
