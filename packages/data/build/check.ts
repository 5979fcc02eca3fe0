import { join } from 'node:path';
import { build } from './line.ts';
import { formatProblems } from './problem.ts';

/** Checks the records and writes nothing: `node build/check.ts [file or folder part …]` shows only problems whose file matches. */
const only = process.argv.slice(2);
const result = build(join(import.meta.dirname, '../records'));
const problems = result.ok
  ? []
  : result.problems.filter(({ file }) => only.length === 0 || only.some((part) => file.includes(part)));
console.log(problems.length > 0 ? formatProblems(problems) : 'no problems');
process.exit(problems.length > 0 ? 1 : 0);
