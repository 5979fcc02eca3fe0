import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

// The same tests run twice: on Node, and inside workerd.
const include = ['test/*.test.ts'];
// Other people’s readers of our formats run on Node only.
const clients = 'test/clients/*.test.ts';
// Tests share a small machine with a browser; one that hangs still ends.
const testTimeout = 60_000;

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    projects: [
      { test: { name: 'node', include: [...include, clients], testTimeout } },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.jsonc' } })],
        // One worker for all files: each copy of the record takes memory of its own.
        test: {
          name: 'workerd',
          include: [...include, 'test/worker/*.test.ts'],
          testTimeout,
          isolate: false,
          fileParallelism: false,
        },
      },
    ],
  },
});
