import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { build } from '../../build/line.ts';
import type { Event } from '../schema/index.ts';
import { type EventQuery, openRecord, QueryError } from './index.ts';
import { canonicalQuery, dyadsOf, FIELDS, formatQuery, nearest, parseQuery, readTerms, writeTerms } from './index.ts';

const built = build(join(import.meta.dirname, '../../records'));
if (!built.ok) throw new Error(built.problems.map(({ what }) => what).join('\n'));
const { snapshot } = built;
const record = openRecord(snapshot);
const lookup = {
  sources: new Map(snapshot.sources.map((source) => [source.id as string, source])),
  types: new Map(snapshot.types.map((type) => [type.id as string, type])),
};

/* The oracle: the same questions answered by walking every event, without an index. */

function matches(event: Event, query: EventQuery): boolean {
  const inTerms = FIELDS.every((field) => {
    const terms = query[field.key];
    const values = field.values(event, lookup);
    return (
      terms === undefined ||
      (terms.all.every((group) => group.some((value) => values.includes(value))) &&
        !terms.not.some((value) => values.includes(value)))
    );
  });
  const known = query.knownBy === undefined || (event.knownAt !== null && event.knownAt <= query.knownBy);
  const sources = query.minSources === undefined || event.evidence.length >= query.minSources;
  return inTerms && known && sources && inWindow(event, query);
}

/** Whole UTC years and months only, so that the oracle needs no calendar of its own. */
function inWindow({ date }: Event, { from, to, dateMatch }: EventQuery): boolean {
  if (from === undefined && to === undefined) return true;
  const start = from === undefined ? -Infinity : Date.parse(`${from.padEnd(7, '-01')}-01T00:00:00Z`);
  const [year = 0, month = 12] = (to ?? '').split('-').map(Number);
  const end = to === undefined ? Infinity : Date.UTC(year, month, 1);
  const first = Date.parse(date.start ?? '');
  const last = Date.parse(date.end ?? '');
  if (dateMatch === 'overlaps') return first < end && last > start;
  return first >= start && last <= end && (dateMatch === 'within' || !(date.uncertain || date.approximate));
}

const ids = (query: EventQuery) => {
  const found: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = record.events(query, { limit: 500, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...page.rows.map(({ id }) => id as string));
    cursor = page.next;
  }
  return found;
};

/* Arbitrary queries over values that occur, so that answers are not all empty. */

const NAMES = [
  'actor',
  'initiator',
  'target',
  'dyad',
  'person',
  'type',
  'family',
  'issue',
  'process',
  'place',
  'level',
  'outcome',
  'source_country',
  'source_type',
  'review',
];
const valuesOf = new Map(
  FIELDS.filter(({ name }) => NAMES.includes(name)).map((field) => [
    field,
    [...new Set(snapshot.events.flatMap((event) => field.values(event, lookup)))],
  ]),
);
const condition = fc.constantFrom(...valuesOf.keys()).chain((field) => {
  const value = fc.constantFrom(...(valuesOf.get(field) ?? []));
  const part = fc.tuple(fc.boolean(), value).map(([not, text]) => (not ? `-${text}` : text));
  return fc.array(part, { minLength: 1, maxLength: 4 }).map((parts): [string, string] => [field.name, parts.join(',')]);
});
const month = fc
  .tuple(fc.integer({ min: 2016, max: 2020 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
const extra = fc.oneof(
  month.map((text): [string, string] => ['from', text]),
  fc.integer({ min: 2017, max: 2020 }).map((year): [string, string] => ['to', String(year)]),
  fc.constantFrom('overlaps', 'within', 'certain').map((text): [string, string] => ['date_match', text]),
  fc.integer({ min: 1, max: 6 }).map((n): [string, string] => ['min_sources', String(n)]),
  month.map((text): [string, string] => ['known_by', text]),
);
const asked = fc
  .tuple(fc.array(condition, { maxLength: 4 }), fc.uniqueArray(extra, { selector: ([name]) => name, maxLength: 3 }))
  .map(([conditions, extras]) => parseQuery([['tz', 'UTC'], ...conditions, ...extras]))
  .filter((parsed) => parsed.ok)
  .map((parsed) => (parsed as { value: EventQuery }).value);

describe('filter', () => {
  test('answers as a walk over every event does', () => {
    fc.assert(
      fc.property(asked, (query) => {
        expect(ids(query)).toEqual(snapshot.events.filter((event) => matches(event, query)).map(({ id }) => id));
      }),
      { numRuns: 400 },
    );
  });

  test('one more condition never adds a row, and a value with its negation leaves none', () => {
    fc.assert(
      fc.property(asked, condition, (query, [name, value]) => {
        const pairs = [['tz', 'UTC'] as const, ...formatQuery(query)].filter(
          ([key], i, all) => all.findIndex(([other]) => other === key && key === 'tz') === i || key !== 'tz',
        );
        const more = parseQuery([...pairs, [name, value]]);
        if (!more.ok) return;
        const all = new Set(ids(query));
        for (const id of ids(more.value)) expect(all.has(id)).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect(record.events({ actor: 'KP,-KP' }).total).toBe(0);
  });

  test('either is the union, both is the intersection', () => {
    const some = (...values: string[]) => {
      const parsed = parseQuery(values.map((value) => ['actor', value] as const));
      if (!parsed.ok) throw new Error('a sound query');
      return new Set(ids(parsed.value));
    };
    const kp = some('KP');
    const ru = some('RU');
    expect(some('KP,RU')).toEqual(new Set([...kp, ...ru].sort((a, b) => order(a) - order(b))));
    expect(some('KP', 'RU')).toEqual(new Set([...kp].filter((id) => ru.has(id))));
  });

  test('months of a year tile the year for certain dates', () => {
    const year = record.events({ from: '2019', to: '2019', date_match: 'certain' }).total;
    const months = Array.from({ length: 12 }, (_, i) => `2019-${String(i + 1).padStart(2, '0')}`);
    const sum = months.reduce((n, at) => n + record.events({ from: at, to: at, date_match: 'certain' }).total, 0);
    const across = record
      .events({ from: '2019', to: '2019', date_match: 'certain' }, { limit: 500 })
      .rows.filter(crossesMonth);
    expect(sum).toBe(year - across.length);
  });

  test('the snapshot is never changed', () => {
    const before = JSON.stringify(snapshot.events);
    record.events({ sort: '-date', q: 'summit' });
    record.events({ sort: '-id' });
    expect(JSON.stringify(snapshot.events)).toBe(before);
  });
});

function order(id: string): number {
  return snapshot.events.findIndex((event) => event.id === id);
}

/** In Seoul, the zone the query is asked in, nine hours ahead of UTC. */
function crossesMonth({ date }: Event): boolean {
  const seoul = (instant: string | null, shift: number) =>
    new Date(Date.parse(instant ?? '') + 9 * 3_600_000 + shift).toISOString().slice(0, 7);
  return seoul(date.start, 0) !== seoul(date.end, -1);
}

describe('paging', () => {
  test('pages of any size laid end to end are the whole, forwards and back', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 90 }), (query, limit) => {
        const whole = ids(query);
        const pages: string[][] = [];
        let last: string | null = null;
        for (let cursor: string | null | undefined; cursor !== null;) {
          const page = record.events(query, { limit, ...(cursor === undefined ? {} : { cursor }) });
          expect(page.total).toBe(whole.length);
          pages.push(page.rows.map(({ id }) => id));
          last = page.prev;
          cursor = page.next;
        }
        expect(pages.flat()).toEqual(whole);
        if (last !== null)
          expect(record.events(query, { limit, cursor: last }).rows.map(({ id }) => id)).toEqual(pages.at(-2));
      }),
      { numRuns: 100 },
    );
  });

  test('a cursor of another query is an error that says so', () => {
    const { next } = record.events({ actor: 'KP' }, { limit: 1 });
    expect(() => record.events({ actor: 'US' }, { limit: 1, cursor: next ?? '' })).toThrow(QueryError);
    expect(() => record.events({ actor: 'US' }, { cursor: 'nonsense' })).toThrow(/start without it|links.next/);
  });
});

describe('codec', () => {
  test('a query written and read again is the same query', () => {
    fc.assert(
      fc.property(asked, (query) => {
        const again = parseQuery(formatQuery(query));
        expect(again).toEqual({ ok: true, value: query });
      }),
      { numRuns: 300 },
    );
  });

  test('order and repetition of parameters do not change the canonical text', () => {
    const one = parseQuery([
      ['type', 'talks'],
      ['actor', 'US,KP'],
    ]);
    const two = parseQuery([
      ['actor', 'KP,US,KP'],
      ['type', 'talks'],
      ['issue', ''],
    ]);
    if (!one.ok || !two.ok) throw new Error('both are sound');
    expect(canonicalQuery(one.value)).toBe(canonicalQuery(two.value));
  });

  test('terms written and read again are the same terms', () => {
    const value = fc.stringMatching(/^[A-Za-z][a-z0-9]{0,6}$/);
    const list = fc
      .array(
        fc.tuple(fc.boolean(), value).map(([not, text]) => (not ? `-${text}` : text)),
        { minLength: 1, maxLength: 5 },
      )
      .map((parts) => parts.join(','));
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 4 }), (values) => {
        const terms = readTerms(values);
        expect(readTerms(writeTerms(terms))).toEqual(terms);
      }),
    );
  });

  test('no input makes the parser throw; what is wrong is named with a way out', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
        const parsed = parseQuery(pairs);
        if (!parsed.ok) for (const problem of parsed.problems) expect(problem.detail.length).toBeGreaterThan(0);
      }),
    );
    const parsed = parseQuery([
      ['actr', 'KP'],
      ['from', '2020'],
      ['to', '2019'],
      ['type', 'talk'],
    ]);
    const ways = Object.fromEntries(
      parsed.ok ? [] : parsed.problems.map(({ parameter, suggestions }) => [parameter, suggestions]),
    );
    expect(ways['actr']).toContain('actor');
    expect(ways['type']).toContain('talks');
    expect(ways['from']).toContain('from=2019&to=2020');
  });
});

describe('aggregate', () => {
  test('counts by a single-valued key add up to the matches; by a list key they count each value once per event', () => {
    fc.assert(
      fc.property(asked, (query) => {
        const total = ids(query).length;
        for (const key of ['year', 'type', 'family'] as const) {
          expect(record.aggregate(query, [key]).reduce((sum, { count }) => sum + count, 0)).toBe(total);
        }
        for (const { key, count } of record.aggregate(query, ['actor'])) {
          const withIt = record.events({
            ...query,
            actor: { all: [...(query.actor?.all ?? []), [key.actor ?? '']], not: query.actor?.not ?? [] },
          });
          expect(withIt.total).toBe(count);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('search', () => {
  test('finds every event by each of its four titles', () => {
    for (const event of snapshot.events) {
      for (const lang of ['en', 'ko', 'zh-Hans', 'zh-Hant'] as const) {
        const text = event.title[lang].replace(/["“”«»:\-–—]/g, ' ').slice(0, 250);
        const hits = record.search(text, { lang, limit: 500 });
        expect(
          hits.some(({ id }) => id === event.id),
          `${event.id} by ${text}`,
        ).toBe(true);
      }
    }
  });

  test('marks lie within the excerpt, and any text is a search', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            'stockholm',
            'actor:KP missile',
            '"action for action"',
            '정상회담',
            '-summit kim',
            'before:2018 test',
          ),
        ),
        (text) => {
          for (const { excerpt, marks } of record.search(text)) {
            for (const [start, end] of marks) {
              expect(start).toBeGreaterThanOrEqual(0);
              expect(end).toBeLessThanOrEqual(excerpt.length);
              expect(start).toBeLessThan(end);
            }
          }
        },
      ),
    );
  });

  test('the small grammar narrows: field, phrase, exclusion, dates', () => {
    const q = (text: string) => record.events({ q: text }, { limit: 500 }).rows;
    expect(q('stockholm type:talks before:2019-12').map(({ id }) => id)).toContain('stockholm-talks-2019');
    for (const event of q('actor:RU sanctions'))
      expect(event.participants.some(({ actor }) => actor === 'RU')).toBe(true);
    for (const event of q('letter -trump'))
      expect(JSON.stringify([event.title, event.summary]).toLowerCase()).not.toContain('trump');
    for (const event of q('launch after:2019')) expect((event.date.end ?? '') >= '2018-12-31').toBe(true);
  });
});

describe('neighbours and offices', () => {
  test('around gives what lies before and after among the same actors, nearest first', () => {
    const { before, after } = record.around('stockholm-talks-2019', 3);
    const at = snapshot.events.findIndex(({ id }) => id === 'stockholm-talks-2019');
    for (const event of before) expect(snapshot.events.indexOf(event)).toBeLessThan(at);
    for (const event of after) expect(snapshot.events.indexOf(event)).toBeGreaterThan(at);
    for (const event of [...before, ...after]) expect(dyadsOf(event)).toContain('KP~US');
  });

  test('an office is held on its days and not on others', () => {
    expect(record.officesAt('stephen-biegun', '2019-10-05').map(({ actor }) => actor)).toEqual(['US']);
    expect(record.officesAt('stephen-biegun', '1999-01-01')).toEqual([]);
    expect(record.officesAt('nobody', '2019-10-05')).toEqual([]);
  });
});

test('an unknown id comes with those nearest to it', () => {
  const found = record.get('events', 'stokholm-talks-2019');
  expect(found.status === 'missing' ? found.nearest[0] : found.status).toBe('stockholm-talks-2019');
  expect(nearest('actr', ['actor', 'factor', 'place'], 2)[0]).toBe('actor');
});
