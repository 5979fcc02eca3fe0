import { openRecord } from '@peninsula/data';
import { declaredAt, fitRelation, levelAt, statements } from '@peninsula/data/models';
import { snapshot } from '@peninsula/data/snapshot';
import { describe, expect, test } from 'vitest';
import { spanOf } from '#lib/format/days.ts';
import { levelsView } from './compare-levels.ts';
import { apartView } from './compare-stances.ts';
import { toldView } from './compare-told.ts';
import { compareAddress } from './compare-address.ts';
import { readCompare } from './compare.ts';
import { fitPair, relationSlice } from './relation.ts';

const record = openRecord(snapshot);
const read = (query = '') => readCompare(record, new URLSearchParams(query), 'en');
const MONTHS = ['2017-09', '2018-06', '2019-02', '2019-12'];
const countryOf = (id: string) => {
  const found = record.get('sources', id);
  return found.status === 'found' ? found.value.country : null;
};

describe('settings', () => {
  test('the usual month, countries and pair where nothing is asked', () => {
    expect(read().settings).toMatchObject({ month: '2019-12', views: ['CN', 'US', 'KR'], pair: 'US~KP', even: true });
    expect(read().problems).toEqual([]);
  });

  test('countries come with commas or one by one, in either case', () => {
    expect(read('views=kr,JP').settings.views).toEqual(['KR', 'JP']);
    expect(read('views=KR&views=JP').settings.views).toEqual(['KR', 'JP']);
  });

  test('an address written from settings reads back as the same', () => {
    for (const query of [
      '',
      'month=2018-06&views=JP&pair=CN~KP',
      'month=2019-12-01/2019-12-20&scale=recorded&sides=KP~KR',
    ]) {
      const { settings } = read(query);
      expect(read(compareAddress(settings).split('?')[1]).settings).toEqual(settings);
    }
  });

  test.each([
    ['month=2019-13', /2019-13/],
    ['month=2019-21', /2019-21/],
    ['month=soon', /soon/],
    ['month=2017/2019', /2017\/2019/],
    ['month=2019-01/2019-12', /longer than 92 days/],
    ['views=XX', /XX.*CN \(China\)/],
    ['views=CN,US,KR,JP,RU', /At most 4/],
    ['pair=US~XX', /US~XX.*US~KP/],
    ['sides=US~UN', /US~UN/],
  ])('%s is named, and the usual is shown instead', (query, words) => {
    const { settings, problems } = read(query);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(words);
    expect(settings.views.length).toBeLessThanOrEqual(4);
    expect(settings.views.length).toBeGreaterThan(0);
    if (query.startsWith('month')) expect(settings.month).toBe('2019-12');
  });

  test('a pair may be named either way round', () => {
    expect(read('pair=KP~US').settings.pair).toBe('US~KP');
  });

  test('the months before and after are linked within the record, and not beyond it', () => {
    expect(read('month=2019-01').form).toMatchObject({ earlier: { month: '2018-12' }, later: { month: '2019-02' } });
    expect(read('month=1900-01').form).toMatchObject({ earlier: null, later: null });
  });
});

describe('what is told', () => {
  test.each(MONTHS)('%s: every event of the month is there once, and the counts add up', (month) => {
    const { settings } = read(`month=${month}`);
    const view = toldView(record, settings, 'en');
    const asked = record.events({ from: month, to: month }, { limit: 1000 }).rows.map(({ id }) => id);
    expect([...view.rows, ...view.untold].map(({ id }) => id).sort()).toEqual([...asked].sort());
    expect(view.total).toBe(asked.length);
    expect(view.overlap.reduce((sum, { n }) => sum + n, 0)).toBe(view.total);
    for (const { code, events, alone } of view.columns) {
      const rows = view.rows.filter(({ cells }) => cells.some((cell) => cell.code === code && cell.told.length > 0));
      expect(rows.length).toBe(events);
      expect(rows.filter(({ mark }) => mark === 'alone').length).toBe(alone);
      const overlap = view.overlap.filter(({ who }) => who.includes(code));
      expect(overlap.reduce((sum, { n }) => sum + n, 0)).toBe(events);
    }
  });

  test('a cell holds every source of its country and of no other, or says that there is none', () => {
    const view = toldView(record, read().settings, 'en');
    for (const { id, cells } of view.rows) {
      const found = record.get('events', id);
      const evidence = found.status === 'found' ? found.value.evidence : [];
      for (const { code, told, none } of cells) {
        const shown = told.flatMap(({ sources }) => sources.map((source) => source.id));
        expect(shown.sort()).toEqual(
          evidence.flatMap(({ source }) => (countryOf(source) === code ? [source as string] : [])).sort(),
        );
        expect(none).toMatch(/^No \w.* source in the record$/);
      }
    }
  });

  test('the title counts what all tell and what one alone tells', () => {
    expect(toldView(record, read().settings, 'en').finding).toMatch(
      /^\d+ of \d+ events of December 2019 ha(s|ve) sources from all three countries; \d+ ha(s|ve) only [\w ]+ ones$/,
    );
    expect(toldView(record, read('views=JP').settings, 'en').finding).toMatch(/ha(s|ve) Japanese sources$/);
    expect(toldView(record, read('views=CN,INT').settings, 'en').finding).toContain('sources from both;');
  });

  test('accounts are told in full, with the value used and why', () => {
    const { differing } = toldView(record, read().settings, 'en');
    const shown = differing.find(({ id }) => id === 'sohae-test-2019-12-07')?.accounts[0];
    expect(shown?.values.map(({ used }) => used)).toEqual([false, true, false, false]);
    expect(shown?.reason).not.toBeNull();
    for (const { accounts, outcomes } of differing) {
      expect(accounts.length + outcomes.length).toBeGreaterThan(0);
      for (const value of [...outcomes, ...accounts.flatMap(({ values }) => values)])
        expect(value.sources.length).toBeGreaterThan(0);
    }
  });

  test('a month without events names the nearest that have some', () => {
    const view = toldView(record, read('month=1950-06').settings, 'en');
    expect(view).toMatchObject({ total: 0, rows: [], finding: 'The record has no event in June 1950' });
    expect(view.near.length).toBeGreaterThan(0);
  });
});

test('a country is named as the record names the state', () => {
  const { form } = readCompare(record, new URLSearchParams(), 'zh-Hant');
  expect(form.views.map(({ name }) => name).slice(0, 6)).toEqual(['中國', '美國', '韓國', '朝鮮', '日本', '俄羅斯']);
});

describe('levels', () => {
  const view = levelsView(record, read().settings, 'en');

  test('the numbers are those of the package for the same sources', () => {
    const sources = new Map(record.list('sources').map((source) => [source.id as string, source]));
    const slice = relationSlice(record, ['US', 'KP'], 'en');
    const { request } = fitPair(slice);
    for (const { code, events, recorded } of view.panels) {
      const whole = fitRelation(record.list('events'), sources, {
        ...request,
        ...(code === null ? {} : { sourceCountries: [code] }),
      });
      expect(events).toBe(whole.events.length);
      expect(recorded.rivalry).toEqual(levelAt(whole, 'rivalry', spanOf('2019-12-31').to));
    }
  });

  test('fewer events, wider interval: the order of n is the reverse order of width', () => {
    const width = ({ shown: { coordination, rivalry } }: (typeof view.panels)[number]) =>
      [coordination, rivalry].map((one) => (one ? (one.high - one.low) / one.mean : 0));
    const panels = [...view.panels].sort((a, b) => a.events - b.events);
    panels.slice(1).forEach((panel, i) => {
      const less = panels[i];
      if (!less) return;
      expect(less.events).toBeLessThan(panel.events);
      width(less).forEach((wide, j) => expect(wide).toBeGreaterThan(width(panel)[j] ?? 0));
    });
    const [few, all] = [panels[0], panels.at(-1)];
    expect((few?.shown.rivalry?.high ?? 0) - (few?.shown.rivalry?.low ?? 0)).toBeGreaterThan(
      (all?.shown.rivalry?.high ?? 0) - (all?.shown.rivalry?.low ?? 0),
    );
  });

  test('raising leaves all sources as they are, and the top of the scale holds every band', () => {
    expect(view.panels.at(-1)?.factor).toBe(1);
    for (const { points } of view.panels)
      for (const { coordination, rivalry } of points)
        expect(Math.max(coordination.high, rivalry.high)).toBeLessThanOrEqual(view.most);
    expect(levelsView(record, read('scale=recorded').settings, 'en').panels.every(({ factor }) => factor === 1)).toBe(
      true,
    );
  });

  test('too few events make no curve, and nothing recorded is no level of zero', () => {
    const { panels } = levelsView(record, read('pair=CN~US&views=KP,INT').settings, 'en');
    const few = panels.find(({ code }) => code === 'KP');
    expect(few?.points).toEqual([]);
    expect(few?.finding).toMatch(/Fewer than 8/);
    const silent = levelsView(record, read('pair=CN~KP&views=INT').settings, 'en').panels[0];
    expect(silent?.shown.coordination).toBeNull();
    expect(silent?.shown.rivalry).not.toBeNull();
  });

  test('a month outside the days estimated is told for the nearest day, and says so', () => {
    const after = levelsView(record, read('month=2022-05').settings, 'en');
    expect(after).toMatchObject({ outside: true, shaded: null, at: '31 March 2020' });
    expect(levelsView(record, read('month=2016-05').settings, 'en')).toMatchObject({
      at: '1 January 2017',
      shaded: null,
    });
  });
});

describe('positions', () => {
  const view = apartView(record, read('month=2019-12-01/2019-12-20').settings, 'en');
  const all = view.columns.length - 1;

  test('the last column is what all sources give', () => {
    for (const { issue, cells } of view.rows) {
      const held = declaredAt(statements(record.list('stances'), 'CN', issue), Date.parse('2019-12-20T23:59:59Z'));
      expect(cells[all]?.b ?? null).toEqual(held && { lo: held.lo, hi: held.hi, n: held.n, stale: held.stale });
    }
  });

  test('no country knows more statements than all sources, and no cell is blank without a word', () => {
    for (const { cells } of view.rows)
      for (const cell of cells) {
        expect(cell.a?.n ?? 0).toBeLessThanOrEqual(cells[all]?.a?.n ?? 0);
        if (!cell.a || !cell.b) expect(cell.missing).toMatch(/no statement/);
        else expect(cell.apart).not.toBeNull();
      }
  });

  test('the title names the issue of every column with a distance', () => {
    for (const { name } of view.columns) expect(view.title.toLowerCase()).toContain(name.toLowerCase());
    expect(view.title).toContain('20 December 2019');
  });

  test('the same in every language', () => {
    for (const lang of ['ko', 'zh-Hans', 'zh-Hant'] as const) {
      const { settings } = readCompare(record, new URLSearchParams(), lang);
      const told = toldView(record, settings, lang);
      expect(told.total).toBe(toldView(record, read().settings, 'en').total);
      expect(apartView(record, settings, lang).rows.length).toBe(record.list('issues').length);
      expect(levelsView(record, settings, lang).panels).toHaveLength(4);
    }
  });
});
