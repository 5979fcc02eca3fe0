import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshot } from '../dist/data/snapshot.js';
import { check, compareRules, count } from '../src/claims/index.ts';
import { openRecord, type PeninsulaRecord, QueryError } from '../src/query/index.ts';
import type { Claim, CountingRule } from '../src/schema/index.ts';

/* Claims and counts on the real record: every verdict is pinned in its claim, and a record that changes one makes its name appear here. */

const record = openRecord(snapshot);
const claimOf = (id: string): Claim => {
  const found = record.get('claims', id);
  if (found.status !== 'found') throw new Error(`no claim ${id}`);
  return found.value;
};
const ruleOf = (id: string): CountingRule => {
  const found = record.get('rules', id);
  if (found.status !== 'found') throw new Error(`no rule ${id}`);
  return found.value;
};

/** Claims whose verdict in a snapshot is not the pinned one, with what was found. */
function fallen(seen: PeninsulaRecord): string[] {
  return seen.list('claims').flatMap((claim) => {
    const { verdict, trace } = check(seen, claim);
    if (verdict === claim.verdict) return [];
    const found = trace.map(({ found: text, holds }) => `${holds}: ${text}`).join(' | ');
    return [`${claim.id} is ${verdict}, pinned as ${claim.verdict}: ${found}`];
  });
}

describe('claims', () => {
  test('every claim runs, with the verdict pinned in it', () => {
    expect(record.list('claims').length).toBeGreaterThan(50);
    expect(fallen(record)).toEqual([]);
  });

  test('changing a deciding record makes the claim fall, by name', () => {
    const moved = openRecord({
      ...snapshot,
      events: snapshot.events.map((event) =>
        event.id === 'tax-cuts-2017'
          ? {
              ...event,
              date: { ...event.date, edtf: '2018-06-05', start: '2018-06-05T04:00:00Z', end: '2018-06-06T04:00:00Z' },
            }
          : event,
      ),
    });
    expect(fallen(moved).map((text) => text.split(' ')[0])).toEqual(['article-tax-bill']);
    const without = openRecord({ ...snapshot, events: snapshot.events.filter(({ id }) => id !== 'us-midterms-2018') });
    expect(fallen(without).join()).toContain('article-midterms is insufficient-evidence');
  });

  test('the whole text is there: numbers run from 1 without a gap, in each text', () => {
    for (const text of new Set(record.list('claims').map((claim) => claim.text))) {
      const numbers = record.list('claims').flatMap((claim) => (claim.text === text ? [claim.n] : []));
      expect(numbers, text).toEqual(numbers.map((_n, i) => i + 1));
    }
  });

  test('a definition flips a verdict, and the check says so', () => {
    const claim = claimOf('article-dual-freeze');
    const open = check(record, claim);
    expect(open.verdict).toBe('definition-dependent');
    expect(new Set(open.definitions.map(({ verdict }) => verdict)).size).toBe(2);
    for (const { parameter, value, verdict } of open.definitions)
      expect(check(record, claim, { parameters: { [parameter]: value } }).verdict, value).toBe(verdict);
  });

  test('what was not yet published cannot decide', () => {
    const early = check(record, claimOf('article-dual-freeze'), { knownBy: '2018-05-01' });
    expect(early.known_by).toBe('2018-05-01');
    const later = check(record, claimOf('article-stockholm-fruitless'), { knownBy: '2019-10-01' });
    expect(later.verdict).toBe('insufficient-evidence');
  });

  test('a parameter the claim does not take, or a value that is none, is named with a way out', () => {
    const claim = claimOf('article-ten-srbm-tests');
    const wrong = (parameters: Record<string, string>) => {
      try {
        check(record, claim, { parameters });
      } catch (error) {
        if (error instanceof QueryError) return error.problems;
      }
      throw new Error('nothing was refused');
    };
    expect(wrong({ rul: 'cns-missiles' })[0]?.suggestions).toEqual(['rule']);
    expect(wrong({ rule: 'cns-missile' })[0]?.suggestions).toContain('cns-missiles');
    expect(wrong({ from: 'May' })[0]?.code).toBe('invalid-date');
  });

  test('the order of tables carries nothing', () => {
    const turned = openRecord({
      ...snapshot,
      stances: [...snapshot.stances].reverse(),
      persons: [...snapshot.persons].reverse(),
    });
    for (const claim of record.list('claims'))
      expect(JSON.stringify(check(turned, claim)), claim.id).toBe(JSON.stringify(check(record, claim)));
  });
});

describe('counting rules', () => {
  const window = { from: '2019-05', to: '2019-10' };

  test('each launch in a window is counted or left out with a reason', () => {
    const all = count(record, ruleOf('all-launches'), window);
    for (const rule of record.list('rules').filter(({ zone }) => zone !== 'UTC')) {
      const { included, excluded } = count(record, rule, window);
      expect([...included, ...excluded.map(({ event }) => event)].sort(), rule.id).toEqual(
        [...all.included, ...all.excluded.map(({ event }) => event)].sort(),
      );
      for (const { why } of excluded) expect(why).not.toBe('');
    }
  });

  test('“ten short-range tests” has several numbers, and any two rules name the events they differ on', () => {
    const counts = record.list('rules').map((rule) => count(record, rule, window));
    expect(new Set(counts.map(({ value }) => value)).size).toBeGreaterThanOrEqual(4);
    for (const a of counts)
      for (const b of counts) {
        const differ = compareRules(a, b);
        expect(differ.length === 0).toBe(a.included.join() === b.included.join());
        for (const { event, a: inA, b: inB } of differ) expect([inA, inB], event).toEqual([!inB, inB]);
      }
  });

  test('counts of events and missiles add up over neighbouring windows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...record.list('rules').filter(({ unit }) => unit !== 'launch-day')),
        fc.integer({ min: 0, max: 2400 }),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 900 }),
        (rule, start, one, two) => {
          const iso = (day: number) => new Date(Date.UTC(2014, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
          const value = (from: number, to: number) => count(record, rule, { from: iso(from), to: iso(to) }).value;
          expect(value(start, start + one + two)).toBe(
            value(start, start + one) + value(start + one + 1, start + one + two),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a launch before dawn in Korea belongs to the day before in UTC', () => {
    const utc = { ...ruleOf('all-launches'), zone: 'UTC' };
    const [launch] = record.events({ type: 'missile-launch', from: '2019-05-04', to: '2019-05-04' }).rows;
    if (!launch) throw new Error('the launch of 4 May 2019 is gone');
    const early = openRecord({
      ...snapshot,
      events: [{ ...launch, detail: { launch: { class: 'srbm', outcome: 'success', time: '05:24' } } }],
    });
    expect(count(early, utc, { from: '2019-05-03', to: '2019-05-03' }).value).toBe(1);
    expect(count(early, ruleOf('all-launches'), { from: '2019-05-04', to: '2019-05-04' }).value).toBe(1);
  });

  test('a window that ends before it begins is refused', () => {
    expect(() => count(record, ruleOf('all-launches'), { from: '2019-10', to: '2019-05' })).toThrow('lies before');
  });
});
