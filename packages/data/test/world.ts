import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/line.ts';
import type { Snapshot } from '../src/schema/index.ts';

export const WORLD = join(import.meta.dirname, 'world');

/** The tiny world, compiled. Throws with its problems, so that a broken fixture says what broke. */
export function fixtureSnapshot(): Snapshot {
  const result = build(WORLD);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.snapshot;
}

/** A copy of the tiny world that a test may break. */
export function copyOfWorld(): string {
  const folder = mkdtempSync(join(tmpdir(), 'peninsula-world-'));
  cpSync(WORLD, folder, { recursive: true });
  return folder;
}
