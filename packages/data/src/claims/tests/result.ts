import type { PeninsulaRecord } from '../../query/contract.ts';

/** What the record answers: yes, no, that it is disputed, or that it does not know. */
export type Holds = 'yes' | 'no' | 'disputed' | 'unknown';

/** One record a test looked at, and whether it counted. */
export interface TestRow {
  readonly table: 'events' | 'documents' | 'stances' | 'persons' | 'sources';
  readonly id: string;
  readonly included: boolean;
  readonly why: string;
}

export interface TestResult {
  readonly holds: Holds;
  /** What was found: a number, a date, an id, a text; null where nothing was. */
  readonly value: string | number | readonly string[] | null;
  /** The finding in one sentence, English. */
  readonly found: string;
  readonly rows: readonly TestRow[];
}

/** A test: its parameters, the record, nothing else. */
export type Run<T> = (test: T, record: PeninsulaRecord) => TestResult;

export const row = (table: TestRow['table'], id: string, why: string, included = true): TestRow => ({
  table,
  id,
  included,
  why,
});

/** A record the test names is not there, or was not yet known. */
export const missing = (table: TestRow['table'], id: string): TestResult => ({
  holds: 'unknown',
  value: null,
  found: `The record holds no ${id}.`,
  rows: [row(table, id, 'not on record', false)],
});

/** Whether a number lies in the bounds of a test; without bounds, one is enough. */
export function within(
  value: number,
  {
    exactly,
    atLeast,
    atMost,
  }: { exactly?: number | undefined; atLeast?: number | undefined; atMost?: number | undefined },
): Holds {
  if (exactly !== undefined) return value === exactly ? 'yes' : 'no';
  const least = atLeast ?? (atMost === undefined ? 1 : 0);
  return value >= least && value <= (atMost ?? Infinity) ? 'yes' : 'no';
}
