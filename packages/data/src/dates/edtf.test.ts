import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDates, daysFromCivil, describeDate, firstDay, lastDay, parseEdtf, utcInterval } from './index.ts';

/** Examples of the Library of Congress specification, levels 0 and 1, with the span each covers. */
test.each([
  ['1985-04-12', '1985-04-12', '1985-04-12'],
  ['1985-04', '1985-04-01', '1985-04-30'],
  ['1985', '1985-01-01', '1985-12-31'],
  ['1984?', '1984-01-01', '1984-12-31'],
  ['2004-06~', '2004-06-01', '2004-06-30'],
  ['2004-06-11%', '2004-06-11', '2004-06-11'],
  ['201X', '2010-01-01', '2019-12-31'],
  ['20XX', '2000-01-01', '2099-12-31'],
  ['2004-XX', '2004-01-01', '2004-12-31'],
  ['1985-04-XX', '1985-04-01', '1985-04-30'],
  ['1985-XX-XX', '1985-01-01', '1985-12-31'],
  ['2001-21', '2001-03-01', '2001-05-31'],
  ['2001-22', '2001-06-01', '2001-08-31'],
  ['2001-23', '2001-09-01', '2001-11-30'],
  ['2001-24', '2001-12-01', '2002-02-28'],
  ['2000-02', '2000-02-01', '2000-02-29'],
])('%s runs from %s to %s', (text, first, last) => {
  const parsed = parseEdtf(text);
  if (!parsed.ok || parsed.value.kind !== 'date') throw new Error(text);
  expect(isoDay(firstDay(parsed.value.date))).toBe(first);
  expect(isoDay(lastDay(parsed.value.date))).toBe(last);
});

test.each([
  ['1964/2008', '1964-01-01T00:00:00Z', '2009-01-01T00:00:00Z'],
  ['2004-06/2006-08', '2004-06-01T00:00:00Z', '2006-09-01T00:00:00Z'],
  ['2004-02-01/2005-02-08', '2004-02-01T00:00:00Z', '2005-02-09T00:00:00Z'],
  ['2004-02-01/2005', '2004-02-01T00:00:00Z', '2006-01-01T00:00:00Z'],
  ['1985-04-12/..', '1985-04-12T00:00:00Z', null],
  ['../1985-04', null, '1985-05-01T00:00:00Z'],
  ['1985-04-12/', '1985-04-12T00:00:00Z', null],
  ['/1985-04-12', null, '1985-04-13T00:00:00Z'],
  ['1984~/2004-06', '1984-01-01T00:00:00Z', '2004-07-01T00:00:00Z'],
])('interval %s', (text, start, end) => {
  expect(describeDate(text, 'UTC')).toMatchObject({ start, end, precision: 'interval' });
});

test.each([
  '',
  'yesterday',
  '2019-13',
  '2019-02-29',
  '2019-10-05T12:00:00Z',
  'Y170000002',
  '05/10/2019',
  '20191005',
  '../..',
  '/',
  '2019-10-05/2019-10-04',
  '2019-21-03',
  '20X9',
  '201X-05',
])('%j is refused with a way out', (text) => {
  const parsed = parseEdtf(text);
  expect(parsed.ok).toBe(false);
  expect(parsed.ok ? '' : parsed.detail).toMatch(/\w{3}/);
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => typeof parseEdtf(text).ok === 'boolean'),
    { numRuns: 2000 },
  );
});

test('days run on without gaps', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (n) => {
      const day = new Date(n * 86_400_000);
      return daysFromCivil(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()) === n;
    }),
  );
});

test('a local day is the same instants whatever zone names it: 3 September 2017, noon in Pyongyang, is 03:30 UTC', () => {
  // Pyongyang kept UTC+8:30 from 2015 to May 2018.
  expect(describeDate('2017-09-03', 'Asia/Pyongyang')).toMatchObject({
    start: '2017-09-02T15:30:00Z',
    end: '2017-09-03T15:30:00Z',
  });
  expect(describeDate('2019-10-05', 'Europe/Stockholm')).toMatchObject({
    start: '2019-10-04T22:00:00Z',
    end: '2019-10-05T22:00:00Z',
  });
  expect(describeDate('2019-03-10', 'America/New_York')).toMatchObject({
    start: '2019-03-10T05:00:00Z',
    end: '2019-03-11T04:00:00Z',
  });
});

test('days of a zone follow each other without gap or overlap', () => {
  const zones = fc.constantFrom(
    'Asia/Seoul',
    'Asia/Pyongyang',
    'America/New_York',
    'Europe/Stockholm',
    'UTC',
    'Asia/Ho_Chi_Minh',
  );
  fc.assert(
    fc.property(zones, fc.integer({ min: 0, max: 15_000 }), (zone, n) => {
      const [today, tomorrow] = [n, n + 1].map(
        (day) => ({ kind: 'date', date: parseDay(isoDay(5479 + day)) }) as const,
      );
      return utcInterval(today as never, zone).end === utcInterval(tomorrow as never, zone).start;
    }),
  );
});

test('an unknown zone is an error that names it', () => {
  expect(() => describeDate('2019', 'Mars/Olympus')).toThrow(/Mars\/Olympus.*Asia\/Seoul/);
});

test('order is total: open starts first, then by start, end and text', () => {
  const dates = ['2019-10-05', '2019-10', '../2019', '2019', '2019-10-05?', '2018-12-31/..'].map((text) =>
    describeDate(text, 'Asia/Seoul'),
  );
  const once = [...dates].sort(compareDates).map(({ edtf }) => edtf);
  expect(once).toEqual(['../2019', '2018-12-31/..', '2019', '2019-10', '2019-10-05', '2019-10-05?']);
  expect(
    [...dates]
      .reverse()
      .sort(compareDates)
      .map(({ edtf }) => edtf),
  ).toEqual(once);
});

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function parseDay(text: string) {
  const parsed = parseEdtf(text);
  if (!parsed.ok || parsed.value.kind !== 'date') throw new Error(text);
  return parsed.value.date;
}
