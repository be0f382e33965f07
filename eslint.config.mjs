import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const PURE = [
  'libs/{kernel,calendar,workflow,task,plan,organisation,evaluation,plan-import,scoring}/src/**/*.ts',
  'libs/projections/src/**/*.projection.ts',
];
const TESTS = ['**/*.spec.ts', '**/*.contract.ts', '**/testing/**/*.ts', 'test/**/*.ts'];

/** What would make a decision depend on something that is not in its arguments. */
const IMPURE = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time arrives in the command.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Time arrives in the command.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Ids and chance arrive in the command.',
  },
  { selector: 'AwaitExpression', message: 'Decisions are synchronous.' },
  {
    selector: 'Identifier[name=/^(process|console|fetch|setTimeout|setInterval|setImmediate)$/]',
    message: 'The domain has no outside.',
  },
];
const STYLE = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
];

export default tseslint.config(
  {
    ignores: [
      'dist',
      'node_modules',
      'data',
      'coverage',
      'reports',
      'test/architecture/seeded',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  eslint.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      'no-restricted-syntax': ['error', ...STYLE],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Nest declares its options as classes and documents them as object literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A name beginning with an underscore says that leaving it out of the rest is the point.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-misused-spread': [
        'error',
        // Validated query strings are plain data with a class only for its decorators.
        { allow: [{ from: 'file', name: ['AfterQuery', 'ScoreQuery', 'QuestionQuery'] }] },
      ],
    },
  },
  {
    files: PURE,
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...STYLE, ...IMPURE] },
  },
  {
    // Each part of a request arrives as a parameter of its own.
    files: ['apps/api/src/**/*.controller.ts'],
    rules: { 'max-params': ['error', 6] },
  },
  {
    files: TESTS,
    rules: {
      'max-lines': ['error', { max: 500 }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
);
