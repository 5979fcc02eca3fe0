import { DEFAULTS } from '../../models/defaults.ts';
import { explainChange, fitRelation } from '../../models/relation.ts';
import type { TestOf } from '../../schema/index.ts';
import { dayOf } from './days.ts';
import { row, type Run } from './result.ts';

/** Two-sided 90 %. */
const Z = 1.6448536269514722;
const TOLD = 10;

/** A level rose or fell between two days by more than its interval; a change within it is not known. */
export const trend: Run<TestOf<'trend'>> = (test, record) => {
  const [from, to] = [dayOf(test.from, 'from'), dayOf(test.to, 'from')];
  const window = coverage(record.snapshot.manifest.coverage, from, to);
  const sources = new Map(record.list('sources').map((source) => [source.id as string, source]));
  const relation = fitRelation(record.list('events'), sources, { pair: test.pair, ...window, ...DEFAULTS });
  const { change, deviation, shares } = explainChange(relation, test.dimension, from, to);
  const sign = test.direction === 'rise' ? 1 : -1;
  const sure = Math.abs(change) > Z * deviation;
  const rounded = (value: number) => Number(value.toPrecision(3));
  return {
    holds: !sure ? 'unknown' : Math.sign(change) === sign ? 'yes' : 'no',
    value: rounded(change),
    found: `${test.dimension} of ${test.pair.join(' and ')} changed by ${rounded(change)} a month between ${test.from} and ${test.to} (90 % interval ${rounded(change - Z * deviation)} to ${rounded(change + Z * deviation)}).`,
    rows: shares
      .filter(({ amount }) => amount !== 0)
      .slice(0, TOLD)
      .map(({ id, amount }) => row('events', id, `moved it by ${rounded(amount)}`)),
  };
};

/** The first span of the coverage statement that holds both days, else the whole of it: a level is fitted over what is covered. */
function coverage(
  spans: readonly { from: string; to: string }[],
  from: number,
  to: number,
): { from: number; to: number } {
  const days = spans.map((span) => ({ from: dayOf(span.from, 'from'), to: dayOf(span.to, 'to') }));
  return (
    days.find((span) => span.from <= from && to <= span.to) ?? {
      from: Math.min(from, ...days.map((span) => span.from)),
      to: Math.max(to, ...days.map((span) => span.to)),
    }
  );
}
