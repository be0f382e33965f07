// Mutation tests of the pure domain: every small change to a rule has to be noticed by a specification.
// `npm run test:mutation -- --only` names the folders to measure here, without those inside them.
const folders = process.env.MUTATION_FOLDERS?.split(',') ?? ['libs/{workflow,task}/src/**'];
const TEXT = ['events', 'commands', 'rejections'];

export default {
  testRunner: 'pure',
  plugins: ['./test/mutation/pure-runner.mjs'],
  coverageAnalysis: 'perTest',
  mutate: [
    ...folders.map((folder) => `${folder}/*.ts`),
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
    '!libs/{kernel,calendar,workflow,task}/**',
    '!test/register.cjs',
    '!test/mutation/**',
    '!.swcrc',
    '!*.{json,cjs,mjs}',
  ],
  concurrency: 2,
  thresholds: { high: 90, low: 85, break: 85 },
  reporters: ['json', 'clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, skipFull: true, logTests: false },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  incrementalFile: 'reports/mutation/incremental.json',
  tempDirName: 'reports/mutation/sandbox',
  cleanTempDir: 'always',
};
