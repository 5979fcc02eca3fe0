import ICAL from 'ical.js';
import { afterAll, expect, test } from 'vitest';
import { text } from './stored.ts';

const ZONES = ['Asia/Seoul', 'America/Los_Angeles', 'Europe/Stockholm'];
const before = process.env['TZ'];
afterAll(() => {
  process.env['TZ'] = before;
});

const eventsOf = (calendar: string) =>
  new ICAL.Component(ICAL.parse(calendar) as never)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

test.each(ZONES)('a reader in %s sees each event on its own day', async (zone) => {
  process.env['TZ'] = zone;
  const events = eventsOf(await text('/v1/events.ics?from=2017-11&to=2017-11&limit=100'));
  const launch = events.find(({ uid }) => uid === 'launch-2017-11-29@peninsula');
  expect(launch?.startDate.isDate).toBe(true);
  expect(launch?.startDate.toString()).toBe('2017-11-29');
  expect(launch?.startDate.toJSDate().getDate()).toBe(29);
  // An all-day entry ends before the next day begins.
  expect(launch?.endDate.toString()).toBe('2017-11-30');
});

test('a visit of three days covers the three, and every entry names its event', async () => {
  const events = eventsOf(await text('/v1/events.ics?type=summit&limit=500'));
  const hanoi = events.find(({ uid }) => uid === 'hanoi-summit-2019@peninsula');
  expect([hanoi?.startDate.toString(), hanoi?.endDate.toString()]).toEqual(['2019-02-27', '2019-03-01']);
  expect(hanoi?.summary).toContain('Hanoi');
  expect(hanoi?.description).toContain('/v1/events/hanoi-summit-2019');
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
});

test('a calendar is the same bytes whenever it is asked for', async () => {
  const path = '/v1/events.ics?type=summit&limit=5&as_of=';
  expect(await text(path)).toBe(await text(path));
});
