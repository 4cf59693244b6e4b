import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The design's habits that a linter can hold: no classes but errors, named exports, files under 300 lines. */
const habits = [
  {
    selector: 'ClassDeclaration:not([superClass.name=/Error$/]), ClassExpression',
    message: 'No classes but errors: write functions over typed values.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports, so that one thing has one name.' },
];

/** Rules are true whenever and wherever they are asked: no clock, no chance, nothing of the machine. */
const pure = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: 'A rule has no clock: take the date as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'A rule has no clock: take the date as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'A rule has no chance in it: take random numbers as an argument.',
  },
];

export default defineConfig(
  { ignores: ['node_modules/', '.runtime/', 'data/', 'coverage/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // A number in a template has one meaning; objects, nulls and arrays stay forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `() => terminal.line()` reads better than a block around it.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // node:test collects the tests it is given and awaits them itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'describe', 'it', 'suite'], package: 'node:test' },
          ],
        },
      ],
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'no-restricted-syntax': ['error', ...habits],
    },
  },
  {
    files: ['src/*/rules/**/*.ts', 'src/statistics/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...habits, ...pure],
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'performance', 'console', 'setTimeout', 'setInterval'].map((name) => ({
          name,
          message: 'A rule is a pure function of evidence, policy and date.',
        })),
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { eqeqeq: 'error', 'max-lines': ['error', 300] },
  },
);
