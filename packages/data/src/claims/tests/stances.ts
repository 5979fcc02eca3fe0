import { declaredAt, distance, statements } from '../../models/declared.ts';
import type { TestOf } from '../../schema/index.ts';
import { dayOf } from './days.ts';
import { row, type Run, within } from './result.ts';

const DAY = 86_400_000;

/** An actor declared or showed a position within a range, within a window. */
export const stance: Run<TestOf<'stance'>> = (test, record) => {
  const [from, to] = [dayOf(test.from, 'from') * DAY, endOf(test.to)];
  const said = statements(record.list('stances'), test.actor, test.issue).filter(({ date }) => {
    const at = Date.parse(date.start ?? '');
    return at >= from - DAY && at <= to;
  });
  const fit = said.filter(({ lo, hi }) => lo >= test.lo && hi <= test.hi);
  return {
    holds: said.length === 0 ? 'unknown' : within(fit.length, test),
    value: fit.length,
    found:
      said.length === 0
        ? `No position of ${test.actor} on ${test.issue} is coded in the window.`
        : `${fit.length} of ${said.length} coded positions of ${test.actor} on ${test.issue} lie between ${test.lo} and ${test.hi}.`,
    rows: said.map((one) => row('stances', one.id, `${one.said} (${one.lo} to ${one.hi})`, fit.includes(one))),
  };
};

/** How far two actors lay apart on an issue on a day: the distance of the middles of what each had last said. */
export const apart: Run<TestOf<'apart'>> = (test, record) => {
  const at = endOf(test.at);
  const [a, b] = test.actors.map((actor) => declaredAt(statements(record.list('stances'), actor, test.issue), at));
  const apart = distance(a ?? null, b ?? null);
  if (!apart || !a || !b)
    return {
      holds: 'unknown',
      value: null,
      found: `One of ${test.actors.join(' and ')} had not been coded on ${test.issue} by ${test.at}.`,
      rows: [],
    };
  return {
    holds: within(apart.middle, test),
    value: apart.middle,
    found: `On ${test.at} the middles lay ${apart.middle} apart (${apart.least} to ${apart.most}).`,
    rows: [a, b].map(({ from, actor, lo, hi, since }) =>
      row('stances', from, `${actor}: ${lo} to ${hi} since ${since}`),
    ),
  };
};

const endOf = (edtf: string): number => (dayOf(edtf, 'to') + 1) * DAY - 1;
