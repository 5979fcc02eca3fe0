import { openRecord } from '@peninsula/data';
import { snapshot } from '@peninsula/data/snapshot';
import { describe, expect, test } from 'vitest';
import { type Asked, askedFor, builtAddress, OPENING, RESOURCES } from './data-address.ts';
import { addressForm } from './data-form.ts';
import { snippets, verifying } from './data-snippets.ts';
import { bulkView, sizeOf } from './data-tables.ts';

const API = 'https://api.example';
const record = openRecord(snapshot);
const built = (asked: Partial<Asked>, pinned = false) =>
  builtAddress(record, { resource: 'events', actor: '', from: '', to: '', format: 'csv', ...asked }, API, pinned);

describe('what was asked for', () => {
  test('no form opens with an example, a form sent is taken as it is', () => {
    expect(askedFor(new URLSearchParams())).toEqual(OPENING);
    expect(askedFor(new URLSearchParams('as_of=0.2.0'))).toEqual(OPENING);
    expect(askedFor(new URLSearchParams('resource=stances&actor='))).toEqual({
      resource: 'stances',
      actor: '',
      from: '',
      to: '',
      format: 'csv',
    });
  });

  test('it stays chosen in the lists, even where no list has it', () => {
    const { lists } = addressForm(record, { ...OPENING, actor: 'KP,US' }, 'en');
    for (const list of lists) expect(list.options.map(({ value }) => value)).toContain(list.value);
    expect(lists.map(({ value }) => value)).toEqual(['events', 'KP,US', 'csv']);
  });
});

describe('the address built', () => {
  test('the example: the events of an actor in a year, and as many as the record has', () => {
    const { url, rows } = builtAddress(record, OPENING, API, false);
    expect(url).toBe(`${API}/v1/events.csv?actor=KP&from=2019&to=2019&limit=500`);
    expect(rows).toBe(record.events({ actor: 'KP', from: '2019', to: '2019' }).total);
  });

  test('a pinned page pins its addresses', () => {
    expect(built({ resource: 'places' }, true).url).toBe(`${API}/v1/places.csv?limit=500&as_of=${record.release}`);
  });

  test('more rows than an answer holds are said, and the way to the next', () => {
    const all = built({ format: 'json' });
    expect(all).toMatchObject({ rows: record.list('events').length, paged: true });
    expect(all.notes.join()).toContain('at most 500 rows');
    expect(built({ from: '2019-10', to: '2019-10' })).toMatchObject({ paged: false, notes: [] });
  });

  test('a stance is held on a day: the end of what was asked for', () => {
    const { url, rows, notes } = built({ resource: 'stances', actor: 'US,CN', from: '2018', to: '2019' });
    expect(url).toBe(`${API}/v1/stances.csv?actor=US,CN&at=2019-12-31`);
    expect(rows).toBeGreaterThan(15);
    expect(notes[0]).toContain('the later date is that day');
    expect(notes[1]).toContain('from');
  });

  test('counts are by year and kind and have no pages', () => {
    const { url, rows } = built({ resource: 'aggregate', from: '2017', to: '2019' });
    expect(url).toBe(`${API}/v1/aggregate.csv?group_by=year,family&from=2017&to=2019`);
    expect(rows).toBeGreaterThan(15);
  });

  test('a filter a table does not take is left out and named', () => {
    const { url, rows, notes } = built({ resource: 'sources', actor: 'KP', from: '2019' });
    expect(url).toBe(`${API}/v1/sources.csv?limit=500`);
    expect(rows).toBe(record.list('sources').length);
    expect(notes[0]).toBe('This resource takes no actor, from; left out.');
  });

  test('EDTF intervals and lists stay readable, anything else is escaped', () => {
    expect(built({ actor: 'KP,US', from: '2019-10-05' }).url).toContain('actor=KP,US&from=2019-10-05');
    expect(built({ actor: 'KP&x=1' }).url).toBeNull();
  });
});

describe('what cannot be had', () => {
  const problem = (asked: Partial<Asked>) =>
    built(asked).problems.map(({ parameter, tries }) => ({ parameter, tries }));

  test('an unknown resource, actor or format is named with what is close to it', () => {
    expect(problem({ resource: 'event' })[0]).toMatchObject({ parameter: 'resource', tries: ['events'] });
    expect(problem({ actor: 'KPP' })[0]?.tries).toContain('KP');
    expect(built({ resource: 'sources', format: 'ics' }).problems[0]?.text).toBe(
      'ics is not offered here; there are csv, json, ndjson',
    );
  });

  test('the API knows stances of states, not of every actor', () => {
    expect(problem({ resource: 'stances', actor: 'un' })[0]?.parameter).toBe('actor');
  });

  test('a date that is none, or dates the wrong way round', () => {
    expect(problem({ from: 'someday' })[0]?.parameter).toBe('from');
    expect(problem({ from: '2020', to: '2019' })).not.toEqual([]);
  });
});

describe('whole tables', () => {
  const file = (table: string, format: string, bytes: number, rows: number) => ({
    name: `${table}.${format}`,
    table,
    format,
    bytes,
    sha256: `${table}${format}`,
    rows,
  });
  const view = bulkView(
    [
      file('events', 'json', 3_500_000, 1686),
      file('events', 'parquet', 232_307, 1686),
      file('events', 'csv', 851_427, 1686),
      file('redirects', 'csv', 22, 0),
    ],
    '0.2.0',
    API,
    'en',
  );

  test('each with what a row is, and its files in one order with their sizes', () => {
    expect(view.tables).toEqual([
      {
        table: 'events',
        row: 'an event: who, what, when, where',
        rows: '1,686',
        files: [
          { format: 'CSV', href: `${API}/v1/bulk/0.2.0/events.csv`, size: '851 kB' },
          { format: 'JSON', href: `${API}/v1/bulk/0.2.0/events.json`, size: '3.5 MB' },
          { format: 'Parquet', href: `${API}/v1/bulk/0.2.0/events.parquet`, size: '232 kB' },
        ],
      },
    ]);
  });

  test('every file listed has its digest', () => {
    expect(view.digests.map(({ name }) => name)).toEqual(['events.json', 'events.parquet', 'events.csv']);
  });

  test('every table of the record says what its rows are', () => {
    const names = Object.keys(snapshot.manifest.counts);
    const tables = bulkView(
      names.map((name) => file(name, 'csv', 1, 1)),
      '0.2.0',
      API,
      'en',
    ).tables;
    for (const { table, row } of tables) expect(row, table).not.toBe(table);
  });

  test('sizes are rounded to what a reader weighs', () => {
    expect([22, 4_252, 67_503, 999_600, 1_391_276].map((bytes) => sizeOf(bytes, 'en'))).toEqual([
      '0.1 kB',
      '4.3 kB',
      '68 kB',
      '1 MB',
      '1.4 MB',
    ]);
  });
});

test('every snippet names this API and this release, and the resources exist', () => {
  const all = [...snippets(API, '9.9.9').map(({ setup, code }) => `${setup ?? ''}\n${code}`), verifying(API, '9.9.9')];
  const addresses = all.flatMap((text) => [...text.matchAll(/https:[^'"\s)]+/g)].map(([address]) => new URL(address)));
  expect(addresses.length).toBeGreaterThan(10);
  for (const { origin, pathname } of addresses) {
    expect(origin).toBe(API);
    const [, resource = ''] = /^\/v1\/(\w+)/.exec(pathname) ?? [];
    if (pathname !== '/') expect([...Object.keys(RESOURCES), 'bulk', 'cite']).toContain(resource);
    if (resource === 'bulk') expect(pathname).toContain('/9.9.9/');
  }
});

test('the snippet for the package finds what it says', () => {
  const { rows } = record.events({ dyad: 'KP~US', type: 'talks', from: '2019' });
  expect(rows.map(({ id }) => id)).toContain('stockholm-talks-2019');
});
