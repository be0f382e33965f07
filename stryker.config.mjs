// Mutation tests of the pure domain: every small change to a rule has to be noticed by a specification.
const TEXT = ['events', 'commands', 'rejections'];

export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  // The coverage of each test says which ones to run; asking Jest for related files as well would double the work.
  jest: {
    projectType: 'custom',
    configFile: 'test/mutation/jest.config.cjs',
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  mutate: [
    'libs/{workflow,task}/src/**/*.ts',
    '!libs/*/src/**/*.spec.ts',
    '!libs/*/src/**/testing/**',
    '!libs/*/src/**/index.ts',
    // Catalogues are text and schemas; golden histories and the catalogue specs hold them.
    ...TEXT.map((folder) => `!libs/task/src/${folder}/**`),
    '!libs/workflow/src/**/{labels,flow.rejections,definition.problems}.ts',
  ],
  // Ids of refusals and events are compared by the specifications anyway; what else is a string is words for people.
  mutator: { excludedMutations: ['StringLiteral'] },
  // Tables that are read once, when a module is loaded: each of their mutants would load the whole library anew.
  ignoreStatic: true,
  ignorePatterns: [
    '**',
    '!libs/{kernel,workflow,task}/**',
    '!test/mutation/**',
    '!*.{json,cjs,mjs}',
  ],
  concurrency: 2,
  thresholds: { high: 90, low: 85, break: 85 },
  reporters: ['json', 'clear-text'],
  clearTextReporter: { allowColor: false, reportTests: false, skipFull: true, logTests: false },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  incrementalFile: 'reports/mutation/incremental.json',
  tempDirName: 'reports/mutation/sandbox',
  cleanTempDir: 'always',
};
