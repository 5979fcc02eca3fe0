import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../src/generated');

/** Writes a JSON file that the source imports, whole or not at all. */
export function generate(name: string, value: object): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(`${file}.next`, `${JSON.stringify(value)}\n`);
  renameSync(`${file}.next`, file);
}
