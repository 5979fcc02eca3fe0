import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { openRecord } from '@peninsula/data';
import { compareReleases, readSnapshot } from '@peninsula/data/releases';
import type { Snapshot } from '@peninsula/data/schema';
import { snapshot } from '@peninsula/data/snapshot';
import { describe, expect, test } from 'vitest';
import { changesView, chosenReleases, FIRST, LISTED, releaseRow } from './changes.ts';
import { pairsOf } from './pairs.ts';

const archived = gunzipSync(readFileSync(new URL('../../../../../releases/0.1.0.json.gz', import.meta.url)));
const before = openRecord(readSnapshot(JSON.parse(archived.toString('utf8')) as Snapshot));
const after = openRecord(snapshot);
const compared = compareReleases(before.snapshot, after.snapshot);
const view = changesView(before, after, compared, '', 'en');
const events = compared.tables.events;

describe('two releases', () => {
  test('the title counts what the package says was added, changed and retired', () => {
    expect(view.finding).toBe(
      `From 0.1.0 to ${after.release}: ${events.added.length} events added, ${events.changed.length} changed, ${events.removed.length} retired`,
    );
  });

  test('rows before, added and retired make the rows after, table by table', () => {
    expect(view.tables.length).toBeGreaterThan(5);
    for (const row of view.tables) expect(row.before + row.added - row.retired).toBe(row.after);
  });

  test('every estimate is shown, largest move first, those over the threshold marked and counted', () => {
    const { rows, finding, most } = view.moved;
    const moves = rows.map((row) => Math.abs(row.after - row.before));
    expect(moves).toEqual([...moves].sort((a, b) => b - a));
    for (const [i, row] of rows.entries()) expect(row.notable).toBe((moves[i] ?? 0) > 0.2);
    const far = rows.filter(({ notable }) => notable).length;
    expect(finding).toBe(`${far} of ${rows.length} estimates moved by more than 0.2`);
    expect(Math.max(...rows.flatMap((row) => [row.before, row.after]))).toBeLessThanOrEqual(most);
  });

  test('each pair is linked at the address its page has, which keeps the day', () => {
    const pairs = pairsOf(after, 'en').map(({ pair }) => pair);
    for (const row of view.moved.rows) expect(pairs).toContain(row.pair);
  });

  test('a change is written with its sign', () => {
    for (const row of view.moved.rows) expect(row.by).toMatch(row.after < row.before ? /^−\d/ : /^\+?\d/);
  });
});

describe('events added', () => {
  test('the years add up to all, and the first few are listed in order of date', () => {
    const { years, total, shown, groups } = view.added;
    expect(years.reduce((sum, { n }) => sum + n, 0)).toBe(total);
    expect(shown).toBe(FIRST);
    const listed = groups.map(({ year }) => year);
    expect(listed).toEqual([...listed].sort());
    expect(groups.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(FIRST);
  });

  test('a year chosen lists all of its events', () => {
    const busiest = [...view.added.years].sort((a, b) => b.n - a.n)[0];
    const { added } = changesView(before, after, compared, busiest?.year ?? '', 'en');
    expect(added.year).toBe(busiest?.year);
    expect(added.shown).toBe(busiest?.n);
    expect(added.groups.map(({ year }) => year)).toEqual([busiest?.year]);
  });

  test('a year without any is as if none had been chosen', () => {
    const { added } = changesView(before, after, compared, '1066', 'en');
    expect(added).toMatchObject({ year: null, shown: FIRST });
  });
});

describe('records changed and corrected', () => {
  test('each table names its fields, the most often changed first, and lists no more than it says', () => {
    for (const { fields, rows, total } of view.changed) {
      expect(fields.map(({ n }) => n)).toEqual(fields.map(({ n }) => n).sort((a, b) => b - a));
      expect(rows).toHaveLength(Math.min(total, LISTED));
    }
  });

  test('a changed event is linked by its title', () => {
    const row = view.changed.find(({ table }) => table === 'events')?.rows[0];
    expect(row?.path).toBe(`/events/${row?.id ?? ''}`);
    expect(row?.title).not.toBe(row?.id);
  });

  test('a correction the earlier release already had is not new', () => {
    expect(view.corrections.some(({ fresh }) => fresh)).toBe(true);
    const same = changesView(after, after, compareReleases(after.snapshot, after.snapshot), '', 'en');
    expect(same.corrections.some(({ fresh }) => fresh)).toBe(false);
    expect(same.bump).toBe('The two hold the same records.');
    expect(same.added.total).toBe(0);
    expect(same.changed).toEqual([]);
  });
});

describe('the releases asked for', () => {
  const names = ['0.1.0', '0.2.0', '0.3.0'];
  const chosen = (from: string | null, to: string | null, known = names) => chosenReleases({ from, to }, known);

  test('unasked, the newest against the one before it', () => {
    expect(chosen(null, null)).toEqual({ from: '0.2.0', to: '0.3.0', turned: false, unknown: [] });
    expect(chosen('', '')).toEqual(chosen(null, null));
  });

  test('a single release stands against itself', () => {
    expect(chosen(null, null, ['0.1.0'])).toMatchObject({ from: '0.1.0', to: '0.1.0', turned: false });
  });

  test('from the later to the earlier is put in order, and said', () => {
    expect(chosen('0.3.0', '0.1.0')).toEqual({ from: '0.1.0', to: '0.3.0', turned: true, unknown: [] });
  });

  test('a release nobody made is named, and nothing is put in its place', () => {
    expect(chosen('0.1', null)).toEqual({
      from: '0.1',
      to: '0.3.0',
      turned: false,
      unknown: [{ name: 'from', value: '0.1' }],
    });
  });
});

test('a release is listed with its day, its digest and what it holds', () => {
  expect(releaseRow(before.snapshot.manifest, 'en')).toEqual({
    release: '0.1.0',
    when: '24 November 2026',
    digest: '63294907eec8',
    counts: [
      { name: 'Events', n: 796 },
      { name: 'Sources', n: 1816 },
      { name: 'Documents', n: 5 },
      { name: 'Stance signals', n: 879 },
    ],
  });
});
