import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codebookTables, renewCodebook } from './codebook.ts';
import { build } from './line.ts';

test('the tables of CODEBOOK.md are those of the schema and the records', () => {
  const result = build(join(import.meta.dirname, '../records'));
  if (!result.ok) throw new Error('the record has problems');
  const text = readFileSync(join(import.meta.dirname, '../../../CODEBOOK.md'), 'utf8');
  expect(text, 'run: pnpm --filter @peninsula/data run codebook').toBe(
    renewCodebook(text, codebookTables(result.snapshot)),
  );
});

test('a missing marker is named', () => {
  expect(() => renewCodebook('# Codebook', { types: '' })).toThrow('generated: types');
});
