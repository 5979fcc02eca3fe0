import type { Problem } from '../problem.ts';
import type { Located, World } from '../world.ts';

/** A rule looks at the whole world and reports; it changes nothing and never stops the others. */
export interface Rule {
  readonly name: string;
  /** What it holds to, in one sentence; printed in CODEBOOK.md. */
  readonly says: string;
  check(world: World, report: Report): void;
}

export type Report = (at: Located<unknown>, path: readonly PropertyKey[], what: string, fix: string) => void;

/** Runs rules in order and gathers all they report. */
export function runRules(rules: readonly Rule[], world: World): Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    rule.check(world, (at, path, what, fix) => {
      problems.push({ file: at.file, line: at.lineOf(path), path: path.join('.'), rule: rule.name, what, fix });
    });
  }
  return problems;
}
