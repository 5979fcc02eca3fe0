import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Adds up the test reports that every package left in `test-results/`, and closes with one line. */
export function summarize(root) {
  let passed = 0;
  let failed = 0;
  for (const group of ['packages', 'apps']) {
    for (const name of readdirSync(join(root, group))) {
      const folder = join(root, group, name, 'test-results');
      for (const file of existsSync(folder) ? readdirSync(folder).filter((entry) => entry.endsWith('.json')) : []) {
        const report = JSON.parse(readFileSync(join(folder, file), 'utf8'));
        passed += report.numPassedTests ?? report.stats?.expected ?? 0;
        failed += report.numFailedTests ?? report.stats?.unexpected ?? 0;
      }
    }
  }
  console.log(`\n${passed} passed, ${failed} failed`);
}
