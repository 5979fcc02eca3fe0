import { defineConfig } from '@playwright/test';

// One port per run, so that two runs on one machine do not meet; workers inherit it.
process.env['E2E_PORT'] ??= String(20_000 + (process.pid % 20_000));
const port = Number(process.env['E2E_PORT']);

/** A real Chromium: the system's, or the one CHROMIUM_PATH names. The site under test is the built one. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // One browser at a time: on two cores a browser, its renderer and the server already fill the machine, and two are slower.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['line'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node build/output',
    url: `http://localhost:${port}/about`,
    env: { PORT: String(port), ORIGIN: `http://localhost:${port}` },
    reuseExistingServer: false,
  },
});
