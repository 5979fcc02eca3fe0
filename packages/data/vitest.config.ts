import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,build,test}/**/*.test.ts'],
    // Building the whole record takes seconds on a busy machine; a test that hangs still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
  },
});
