import { parseEdtf, utcInterval } from '../../dates/index.ts';
import type { Event, TestOf } from '../../schema/index.ts';
import { missing, row, type Run, within } from './result.ts';

/** An event is on record, within a date, with these actors, at this place. */
export const event: Run<TestOf<'event'>> = (test, record) => {
  const found = record.get('events', test.event);
  if (found.status !== 'found') return missing('events', test.event);
  const { date, participants, place, modality } = found.value;
  const absent = (test.actors ?? []).filter((actor) => !participants.some((one) => one.actor === actor));
  const faults = [
    ...(modality === 'occurred' ? [] : [`it is on record as ${modality}`]),
    ...(test.date === undefined || liesIn(found.value, test.date)
      ? []
      : [`it is dated ${date.edtf}, not ${test.date}`]),
    ...(absent.length === 0 ? [] : [`${absent.join(', ')} took no part`]),
    ...(test.place === undefined || test.place === place ? [] : [`it was at ${place ?? 'a place not recorded'}`]),
  ];
  return {
    holds: faults.length === 0 ? 'yes' : 'no',
    value: date.edtf,
    found: faults.length === 0 ? `On record on ${date.edtf} (${date.tz}).` : `On record, but ${faults.join('; ')}.`,
    rows: [row('events', test.event, faults.length === 0 ? 'the event claimed' : faults.join('; '))],
  };
};

/** So many events match a query. */
export const events: Run<TestOf<'events'>> = (test, record) => {
  const { rows, total } = record.events(test.query, { limit: 500 });
  return {
    holds: within(total, test),
    value: total,
    found: total === 1 ? 'One event matches.' : `${total} events match.`,
    rows: rows.map(({ id, date }) => row('events', id, date.edtf)),
  };
};

/** Events follow each other: each ends before the next begins, in UTC, whatever the zones of their places. */
export const sequence: Run<TestOf<'sequence'>> = (test, record) => {
  const found: Event[] = [];
  for (const id of test.events) {
    const one = record.get('events', id);
    if (one.status !== 'found') return missing('events', id);
    found.push(one.value);
  }
  const wrong = found.findIndex((one, i) => {
    const before = found[i - 1];
    return before !== undefined && !((before.date.end ?? '~') <= (one.date.start ?? ''));
  });
  return {
    holds: wrong < 0 ? 'yes' : 'no',
    value: found.map(({ date }) => date.edtf),
    found:
      wrong < 0
        ? `In this order: ${found.map(({ date }) => date.edtf).join(', ')}.`
        : `${test.events[wrong]} does not come after ${test.events[wrong - 1]}.`,
    rows: found.map(({ id, date }) => row('events', id, `${date.edtf}, ${date.tz}`)),
  };
};

/** The earliest event of a query is the one claimed; the runner-up is named. */
export const first: Run<TestOf<'first'>> = (test, record) => {
  const { rows } = record.events({ ...test.query, sort: 'date' }, { limit: 500 });
  const [earliest, second] = rows;
  if (!earliest) return missing('events', test.event);
  const holds = earliest.id === test.event;
  const next = holds ? second : rows.find(({ id }) => id === test.event);
  const after = next
    ? `${holds ? 'the next' : 'the one claimed'} is ${next.id} on ${next.date.edtf}`
    : 'no other is on record';
  return {
    holds: holds ? 'yes' : 'no',
    value: [earliest.id, ...(next ? [next.id] : [])],
    found: `The earliest on record is ${earliest.id} on ${earliest.date.edtf}; ${after}.`,
    rows: [
      row('events', earliest.id, 'the earliest'),
      ...(next ? [row('events', next.id, holds ? 'the runner-up' : 'claimed to be first', false)] : []),
    ],
  };
};

function liesIn({ date }: Event, edtf: string): boolean {
  const parsed = parseEdtf(edtf);
  if (!parsed.ok || date.start === null || date.end === null) return false;
  const { start, end } = utcInterval(parsed.value, date.tz);
  return start !== null && end !== null && start <= Date.parse(date.start) && Date.parse(date.end) <= end;
}
