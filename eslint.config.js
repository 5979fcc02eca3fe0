import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';

const forbid = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const node = { group: ['node:*'], message: 'This code also runs in a worker and in a browser.' };

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/build/output/',
      '**/.svelte-kit/',
      '**/.turbo/',
      '**/test-results/',
      '**/playwright-report/',
      '**/.wrangler/',
      '**/lib/paraglide/',
      '**/worker-configuration.d.ts',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: { 'no-undef': 'off', 'svelte/no-navigation-without-resolve': 'off' },
  },
  {
    files: ['**/*.ts', '**/*.js'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      'no-undef': 'off', // TypeScript knows
      '@typescript-eslint/no-redeclare': 'off', // a schema and its type share one name
    },
  },
  { files: ['scripts/**/*.js', '**/build/**', '**/*.config.*'], rules: { 'no-console': 'off' } },
  // Who may import what: docs/architecture.md.
  {
    files: ['packages/data/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: forbid([node, { group: ['**/build/**'], message: 'The package never knows how it was built.' }]),
  },
  {
    files: ['packages/data/src/schema/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: forbid([node, { group: ['../*'], message: 'The schema imports zod and itself.' }]),
  },
  {
    files: ['packages/data/src/models/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: forbid([
      node,
      { group: ['**/query/**', '**/build/**'], message: 'Models know the schema and dates, nothing else.' },
    ]),
  },
  {
    files: ['apps/**/*.ts', 'apps/**/*.svelte'],
    rules: forbid([
      {
        group: ['**/packages/data/**', '@peninsula/data/src/**', '@peninsula/data/dist/**'],
        message: 'Apps use what the package exports.',
      },
    ]),
  },
);
