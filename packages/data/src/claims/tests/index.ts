import type { PeninsulaRecord } from '../../query/contract.ts';
import type { ClaimTest } from '../../schema/index.ts';
import { evidence, outcome, quoted, undisputed } from './accounts.ts';
import { counting } from './counting.ts';
import { content, status } from './documents.ts';
import { event, events, first, sequence } from './events.ts';
import { office } from './persons.ts';
import { trend } from './relations.ts';
import type { Run, TestResult } from './result.ts';
import { apart, stance } from './stances.ts';

export type { Holds, TestResult, TestRow } from './result.ts';

/** Every kind of test by its name in a claim. To add one: a shape in schema/claims.ts, a function, a line here. */
const TESTS: { [Op in ClaimTest['op']]: Run<Extract<ClaimTest, { op: Op }>> } = {
  event,
  events,
  count: counting,
  sequence,
  first,
  office,
  content,
  status,
  outcome,
  undisputed,
  quoted,
  evidence,
  stance,
  apart,
  trend,
};

/** Runs one test; `not` turns yes and no around. */
export function runTest(test: ClaimTest, record: PeninsulaRecord): TestResult {
  const result = (TESTS[test.op] as Run<ClaimTest>)(test, record);
  if (!test.not) return result;
  const turned = { yes: 'no', no: 'yes', disputed: 'disputed', unknown: 'unknown' } as const;
  return { ...result, holds: turned[result.holds] };
}
