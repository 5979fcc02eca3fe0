import { openRecord, parseQuery } from '@peninsula/data';
import { snapshot } from '@peninsula/data/snapshot';
import { describe, expect, test } from 'vitest';
import { actorList, actorView } from './actors.ts';
import { eventView } from './event.ts';
import { overviewView } from './overview.ts';
import { cut } from './search.ts';
import { filterForm, timelineView, without } from './timeline.ts';

const record = openRecord(snapshot);
const stockholm = record.get('events', 'stockholm-talks-2019');
if (stockholm.status !== 'found') throw new Error('the Stockholm talks are missing');

function query(params: Record<string, string>) {
  const parsed = parseQuery(Object.entries(params));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ detail }) => detail).join());
  return parsed.value;
}

describe('event', () => {
  const view = eventView(record, stockholm.value, 'en');

  test('tells both accounts, each with sources that exist on the page', () => {
    expect(view.outcomes.map(({ actor }) => actor.id)).toEqual(['KP', 'US']);
    for (const { evidence } of view.outcomes)
      for (const n of evidence) expect(view.sources.map((source) => source.n)).toContain(n);
  });

  test('every source has a link, a publisher and a kind', () => {
    for (const source of view.sources) {
      expect(source.url).toMatch(/^https?:\/\//);
      expect(source.byline).not.toBe('');
      expect(source.kind).not.toBe('');
    }
  });

  test('neighbours come in order of date, and a link says how they are related', () => {
    expect(view.near.find(({ id }) => id === 'panmunjom-meeting-2019')?.link).toBe('this event follows it');
  });

  test('the citation names record and release', () => {
    expect(view.cite).toMatch(
      /^Peninsula \(\d{4}\)\. US–DPRK working-level talks in Stockholm break off, 5 October 2019\. Record stockholm-talks-2019, release \d/,
    );
  });

  test('every event of the record can be shown in every language', { timeout: 60_000 }, () => {
    for (const event of record.list('events')) {
      for (const lang of ['en', 'ko', 'zh-Hans', 'zh-Hant'] as const) {
        const shown = eventView(record, event, lang);
        expect(shown.title).toBe(event.title[lang]);
        expect(shown.sources.length).toBe(event.evidence.length);
      }
    }
  });
});

describe('timeline', () => {
  test('chart, list, table and count tell the same number', () => {
    const view = timelineView(record, query({ from: '2019', to: '2019' }), undefined, 'en');
    const listed = view.groups.flatMap(({ rows }) => rows).length + view.rough.length;
    expect(view.lanes.length).toBe(view.total);
    expect(listed).toBe(Math.min(100, view.total));
    expect(view.cut).toBeNull();
    expect(view.table.rows.reduce((sum, row) => sum + row.total, 0)).toBe(view.total);
  });

  test('pages of the list cover every match once', () => {
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const view = timelineView(record, query({}), cursor, 'en');
      seen.push(...[...view.groups.flatMap(({ rows }) => rows), ...view.rough].map(({ id }) => id));
      cursor = view.next;
    }
    expect(new Set(seen).size).toBe(record.list('events').length);
    expect(seen.length).toBe(record.list('events').length);
  });

  test('density keeps months outside the asked span, and marks those inside', () => {
    const { density } = timelineView(record, query({ from: '2019-10', to: '2019-10' }), undefined, 'en');
    expect(density.months.filter(({ inside }) => inside).map(({ month }) => month)).toEqual(['2019-10']);
    expect(density.months.length).toBeGreaterThan(1);
  });

  test('an empty view says which parameter emptied it', () => {
    const view = timelineView(record, query({ family: 'council', to: '1961' }), undefined, 'en');
    expect(view.total).toBe(0);
    expect(view.emptiedBy.map(({ parameter }) => parameter)).toContain('to');
  });

  test('the form shows what it has a control for, and keeps the rest', () => {
    const form = filterForm(record, query({ actor: 'KP', type: 'talks' }), 'en');
    expect(form.lists.find(({ name }) => name === 'actor')?.value).toBe('KP');
    expect(form.others).toEqual([{ name: 'type', value: 'talks', without: '?actor=KP' }]);
  });

  test('one parameter can be dropped', () => {
    expect(
      without(
        [
          ['actor', 'KP'],
          ['from', '2019'],
        ],
        'from',
      ),
    ).toBe('?actor=KP');
  });
});

test('actors come busiest first, and each page agrees with the list', () => {
  const list = actorList(record, 'en');
  expect(list[0]?.id).toBe('KP');
  for (const { id, events } of list.slice(0, 8)) {
    const found = record.get('actors', id);
    if (found.status === 'found') expect(actorView(record, found.value, 'en').events).toBe(events);
  }
});

test('the overview counts each contact and each test once', () => {
  const view = overviewView(record, 'en');
  const tests = record
    .list('events')
    .filter(
      ({ type, date }) =>
        /launch|nuclear-test|engine-test/.test(type) && (date.start ?? '') > '2017' && (date.start ?? '') < '2020-04',
    );
  expect(view.months.reduce((sum, { down }) => sum + down, 0)).toBe(tests.length);
  expect(view.turning.map(({ id }) => id)).toContain('stockholm-talks-2019');
});

test('an excerpt is cut at its marks and loses nothing', () => {
  const parts = cut('talks in Stockholm', [[9, 18]]);
  expect(parts).toEqual([
    { text: 'talks in ', hit: false },
    { text: 'Stockholm', hit: true },
  ]);
});
