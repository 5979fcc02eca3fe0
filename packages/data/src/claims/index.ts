/**
 * Sentences that run against the record, and counts that name their rule. Pure: the same snapshot and parameters give the same result
 * in Node, in a worker and in a browser.
 */
export { check, type Check, type CheckRequest, type Flip, type Step } from './check.ts';
export { claimReview } from './claim-review.ts';
export { compareRules, count, type Counted, type Difference } from './count.ts';
export { asKnownBy } from './known-by.ts';
export type { Holds, TestResult, TestRow } from './tests/index.ts';
