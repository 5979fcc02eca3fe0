import { openRecord, parseQuery } from '@peninsula/data';
import { DEFAULTS, relationSeries } from '@peninsula/data/models';
import { snapshot } from '@peninsula/data/snapshot';
import { describe, expect, test } from 'vitest';
import { actorList, actorView, personView } from './actors.ts';
import { eventView } from './event.ts';
import { matrixView, stanceHistory } from './matrix.ts';
import { overviewView } from './overview.ts';
import { pairsOf } from './pairs.ts';
import { qualityView } from './quality.ts';
import { readSettings, relationSlice, relationView } from './relation.ts';
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
  test('the table counts by month, and by year where there are decades of months', () => {
    const [year, all] = [query({ from: '2019', to: '2019' }), query({})].map((asked) =>
      timelineView(record, asked, undefined, 'en'),
    );
    expect(year?.table.byYear).toBe(false);
    expect(all?.table.byYear).toBe(true);
    expect(all?.table.rows.find(({ label }) => label === '2019')?.total).toBeGreaterThan(100);
  });

  test('chart, list, table and count tell the same number', () => {
    const view = timelineView(record, query({ from: '2019', to: '2019' }), undefined, 'en');
    const listed = view.groups.flatMap(({ rows }) => rows).length + view.rough.length;
    expect(view.drawn).toBe(view.total);
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

  test('density keeps the years outside the asked span, and marks the one inside', () => {
    const { density } = timelineView(record, query({ from: '2019-10', to: '2019-10' }), undefined, 'en');
    expect(density.filter(({ inside }) => inside).map(({ edtf }) => edtf)).toEqual(['2019']);
    expect(density.length).toBeGreaterThan(1);
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

test('a person of many events has the latest on the page, the newest first, and the rest on the timeline', () => {
  const found = record.get('persons', 'kim-jong-un');
  if (found.status !== 'found') throw new Error('no such person');
  const view = personView(record, found.value, 'en');
  expect(view.events).toHaveLength(40);
  const onTimeline = record.events(query({ person: 'kim-jong-un' }), { limit: 1 });
  expect(view.total).toBe(onTimeline.total);
  const newest = record.events(query({ person: 'kim-jong-un', sort: '-date' }), { limit: 1 }).rows[0];
  expect(view.events[0]?.id).toBe(newest?.id);
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
  expect(view.meetings.map(({ id }) => id)).toContain('stockholm-talks-2019');
});

test('an excerpt is cut at its marks and loses nothing', () => {
  const parts = cut('talks in Stockholm', [[9, 18]]);
  expect(parts).toEqual([
    { text: 'talks in ', hit: false },
    { text: 'Stockholm', hit: true },
  ]);
});

describe('relation', () => {
  const slice = relationSlice(record, ['US', 'KP'], 'en');
  const settings = (query = '') => readSettings(slice, new URLSearchParams(query));
  const view = relationView(slice, settings(), 'en');
  const sumOf = ({ moved }: typeof view) =>
    moved.rows.reduce((sum, { amount }) => sum + amount, moved.others.amount + moved.background);

  test('the shares, the others and the background add up to the change', () => {
    expect(view.moved.rows.length).toBeGreaterThanOrEqual(5);
    expect(sumOf(view)).toBeCloseTo(view.moved.change, 12);
    expect(view.moved.to - view.moved.from).toBeCloseTo(view.moved.change, 12);
  });

  test('Singapore leads what moved coordination in the first half of 2018', () => {
    expect(view.moved.rows[0]?.id).toBe('singapore-summit-2018');
  });

  test('a setting changes the estimate and leaves the sum exact', () => {
    const other = relationView(slice, settings('half_life=15&weights=doubling&dimension=rivalry'), 'en');
    expect(other.moved.change).not.toBeCloseTo(view.moved.change, 3);
    expect(sumOf(other)).toBeCloseTo(other.moved.change, 12);
    expect(other.changed).toBe(true);
  });

  test('evidence of one country leaves fewer events, and says so', () => {
    const country = view.options.countries[0]?.value ?? '';
    const seen = relationView(slice, settings(`source_country=${country}`), 'en');
    expect(seen.events).toBe(view.options.countries[0]?.n);
    expect(seen.events).toBeLessThan(view.events);
  });

  test('the slice gives the numbers of the whole record', () => {
    const sources = new Map(record.list('sources').map((source) => [source.id as string, source]));
    const request = { pair: ['US', 'KP'], from: slice.from, to: slice.to, ...DEFAULTS } as const;
    const whole = relationSeries(record.list('events'), sources, request).both;
    for (const { dimension, points } of whole)
      expect(view.points.map((point) => point[dimension].mean)).toEqual(points.map(({ value }) => value));
  });

  test('settings that are not on offer fall back to the published ones', () => {
    expect(settings('half_life=7&weights=heavy&since=yesterday&at=2040-01-01&source_country=korea')).toEqual(
      settings(),
    );
  });

  test('every pair on offer can be drawn', { timeout: 60_000 }, () => {
    for (const { pair } of pairsOf(record, 'en')) {
      const [a = '', b = ''] = pair.split('~');
      const drawn = relationView(relationSlice(record, [a, b], 'ko'), settings(), 'ko');
      expect(drawn.points.length).toBeGreaterThan(100);
      for (const point of drawn.points)
        expect(Number.isFinite(point.rivalry.high + point.coordination.high)).toBe(true);
    }
  });
});

describe('stance matrix', () => {
  test('one row per issue, the widest distance first, blanks where nothing is recorded', () => {
    const view = matrixView(record, '2019-12-20', ['US', 'CN'], 'en');
    expect(view.rows).toHaveLength(record.list('issues').length);
    const middles = view.rows.map(({ apart }) => apart?.middle ?? -1);
    expect(middles).toEqual([...middles].sort((a, b) => b - a));
    expect(view.rows.flatMap(({ cells }) => cells)).toContain(null);
  });

  test('an earlier day knows only what had been said by then', () => {
    const view = matrixView(record, '2017-02-01', ['US', 'CN'], 'en');
    for (const cell of view.rows.flatMap(({ cells }) => cells)) {
      const stance = cell ? record.list('stances').find(({ id }) => id === cell.from) : undefined;
      expect((stance?.date.start ?? '') < '2017-02-02').toBe(true);
    }
  });

  test('the history behind a cell is newest first', () => {
    const rows = stanceHistory(record, 'CN', 'sanctions', 'en');
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.every(({ issue }) => issue === 'sanctions')).toBe(true);
  });
});

describe('quality', () => {
  const view = qualityView(record, 'en');

  test('the three kinds of evidence make the whole, and every year is there with its total', () => {
    expect(view.evidence.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 3);
    for (const row of view.years) expect(row.cells.reduce((sum, { n }) => sum + n, 0)).toBe(row.total);
    expect(view.years.reduce((sum, { total }) => sum + total, 0)).toBe(record.list('events').length);
  });

  test('what the lists leave out is said', () => {
    const shown = view.countries.reduce((sum, { n }) => sum + n, 0);
    const unknown = record.list('sources').filter(({ country }) => country === null).length;
    expect(shown + view.otherCountries.sources + unknown).toBe(record.list('sources').length);
  });
});
