import type { Snapshot } from '../src/schema/index.ts';
import { compile } from './compile/index.ts';
import { compileRelations, type PublishedRelation } from './compile/relations.ts';
import { parseRecords } from './parse.ts';
import type { Problem } from './problem.ts';
import { readRecords } from './read.ts';
import { rules, runRules } from './rules/index.ts';

export type BuildResult =
  | { readonly ok: true; readonly snapshot: Snapshot; readonly relations: readonly PublishedRelation[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The line: read → parse → rules → compile → models. All problems of all steps come back together. */
export function build(records: string): BuildResult {
  const read = readRecords(records);
  const parsed = parseRecords(read.files);
  const problems = [...read.problems, ...parsed.problems, ...runRules(rules, parsed.world)];
  const { dataset } = parsed.world;
  if (!dataset) {
    problems.push({
      file: 'dataset.yaml',
      line: 1,
      path: '',
      rule: 'shape',
      what: 'missing or not readable',
      fix: 'the dataset needs its name, release and coverage statement there',
    });
  }
  if (problems.length > 0 || !dataset) return { ok: false, problems };
  const snapshot = compile(parsed.world, dataset.value);
  return { ok: true, snapshot, relations: compileRelations(dataset.value, snapshot) };
}
