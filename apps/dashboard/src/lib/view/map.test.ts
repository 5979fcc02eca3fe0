import { openRecord, parseQuery } from '@peninsula/data';
import { snapshot } from '@peninsula/data/snapshot';
import { describe, expect, test } from 'vitest';
import { apart, distancesOf, ringsOf } from './map-distances.ts';
import { apiQuery, mapForm, withMapDefaults } from './map-form.ts';
import { kindOf, MAPPED_TYPES } from './map-kinds.ts';
import { type MapChoice, mapView } from './map.ts';

const record = openRecord(snapshot);
const NOTHING: MapChoice = { view: null, place: null, event: null };

function query(params: Record<string, string>) {
  const parsed = parseQuery(withMapDefaults(Object.entries(params)));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ detail }) => detail).join());
  return parsed.value;
}
function place(id: string) {
  const found = record.get('places', id);
  if (found.status !== 'found') throw new Error(`${id} is missing`);
  return found.value;
}
function event(id: string) {
  const found = record.get('events', id);
  if (found.status !== 'found') throw new Error(`${id} is missing`);
  return found.value;
}
const view = (params: Record<string, string>, choice: Partial<MapChoice> = {}) =>
  mapView(record, query(params), { ...NOTHING, ...choice }, 'en');
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

describe('every event is counted once, on the map or beside it', () => {
  const cases: [Record<string, string>, MapChoice['view']][] = [
    [{}, 'peninsula'],
    [{}, 'world'],
    [{ family: 'position', from: '2018' }, 'world'],
    [{ type: 'missile-launch', from: '2019-05', to: '2019-10' }, 'peninsula'],
  ];
  test.each(cases)('%o in the %s', (params, name) => {
    const shown = view(params, { view: name });
    expect(shown.total).toBe(record.all(query(params)).length);
    expect(shown.placed + shown.unplaced.total).toBe(shown.total);
    expect(sum(shown.input.places.map(({ total }) => total)) + shown.elsewhere).toBe(shown.placed);
  });

  test('the table adds up by kind and in all', () => {
    const { table, total, kinds } = view({});
    const perKind = kinds.map((_kind, i) => sum(table.rows.map(({ counts }) => counts[i] ?? 0)) + (table.none[i] ?? 0));
    expect(table.sums).toEqual([...perKind, total]);
    expect(sum(perKind)).toBe(total);
  });

  test('launches without a place are said to be so, and listed', () => {
    const shown = view({ type: 'missile-launch' }, { place: 'none' });
    expect(shown.unplaced.launches).toBeGreaterThan(0);
    expect(shown.panel?.rows.length).toBe(shown.unplaced.total);
    for (const { id } of shown.panel?.rows ?? []) expect(event(id).place).toBeNull();
  });
});

describe('filters', () => {
  test('without a kind: launches, nuclear tests and meetings that took place or were reported', () => {
    for (const { type, modality } of record.all(query({}))) {
      expect(MAPPED_TYPES).toContain(type);
      expect(['occurred', 'reported']).toContain(modality);
    }
    expect(MAPPED_TYPES).not.toContain('call');
  });

  test('a kind asked for stands alone, and the address of the data is that of the map', () => {
    const asked = query({ family: 'sanctions', from: '2017', to: '2017' });
    expect(record.all(asked).every(({ family }) => family === 'sanctions')).toBe(true);
    expect(apiQuery(asked)).toBe('from=2017&to=2017&family=sanctions');
  });

  test('a shorter window has fewer events, and its words say which', () => {
    const year = view({ from: '2019', to: '2019' });
    expect(year.total).toBeLessThan(view({}).total);
    expect(year.window).toBe('2019');
    expect(year.finding).toContain('2019');
  });

  test('a filter without a match says which to drop', () => {
    const empty = view({ type: 'nuclear-test', from: '2018', to: '2018' });
    expect(empty.total).toBe(0);
    expect(empty.emptiedBy.map(({ parameter }) => parameter)).toContain('type');
  });

  test('the form keeps what it has no control for, and offers the types of the kind chosen', () => {
    const form = mapForm(
      record,
      [
        ['family', 'council'],
        ['actor', 'CN'],
      ],
      [['view', 'world']],
      [],
      'en',
    );
    expect(form.others).toEqual([expect.objectContaining({ name: 'actor', value: 'CN' })]);
    expect(form.others[0]?.without).toBe('?family=council&view=world');
    expect(form.hidden).toEqual([{ name: 'view', value: 'world' }]);
    expect(form.type.options.map(({ value }) => value)).toContain('veto');
    expect(form.type.options.map(({ value }) => value)).not.toContain('summit');
  });
});

describe('the finding', () => {
  test('names the place with most launches, and counts it against all of them', () => {
    const shown = view({});
    const launches = record.all(query({})).filter(({ type }) => kindOf(type) === 'launch');
    const perPlace = new Map<string, number>();
    for (const { place: at } of launches) if (at !== null) perPlace.set(at, (perPlace.get(at) ?? 0) + 1);
    const [id, n] = [...perPlace].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    expect(shown.finding).toContain(`${place(id).name.en} than anywhere else: ${n} of ${launches.length}`);
  });

  test('the world speaks of meetings away from the peninsula', () => {
    expect(view({}, { view: 'world' }).finding).toMatch(/^Away from the peninsula, most meetings were in Beijing/);
  });

  test('where several places are level, none is put first', () => {
    const tests = view({ type: 'missile-launch', from: '2019-08', to: '2019-08' });
    expect(tests.finding).toMatch(/^(No place stands out|Most were recorded at .+ and )/);
  });
});

describe('a place chosen', () => {
  test('its events are listed latest first, and add up to its row', () => {
    const { panel, table } = view({}, { place: place('sunan') });
    const row = table.rows.find(({ id }) => id === 'sunan');
    expect((panel?.rows.length ?? 0) + (panel?.more ?? 0)).toBe(row?.total);
    const days = panel?.rows.map(({ id }) => event(id).date.edtf) ?? [];
    expect(days).toEqual([...days].sort().reverse());
    expect(panel?.where).toMatch(/^Launch site, DPRK\. 39\.\d\d° N, 125\.\d\d° E, within 5 km\.$/);
  });

  test('one outside the peninsula opens the world, unless the peninsula was asked for', () => {
    expect(view({}, { place: place('stockholm') }).view).toBe('world');
    const asked = view({}, { view: 'peninsula', place: place('stockholm') });
    expect([asked.view, asked.panel?.outside]).toEqual(['peninsula', true]);
  });

  test('coordinates say no more than the precision bears out', () => {
    const rough = record.list('places').find(({ precisionKm }) => precisionKm > 10);
    const row = view({}, { place: rough ?? null }).panel?.where;
    expect(row).toMatch(/ \d+\.\d° [NS], \d+\.\d° [EW]/);
  });

  test('one that the filters leave empty says so and is still marked', () => {
    const shown = view({ type: 'nuclear-test' }, { place: place('seoul') });
    expect(shown.panel?.rows).toEqual([]);
    expect(shown.input.chosen?.id).toBe('seoul');
  });
});

describe('rings', () => {
  const launch = event('launch-2017-09-15');

  test('one per distance flown, with its namer; heights are told but not drawn', () => {
    const rows = distancesOf([launch], 'en');
    const flown = [...new Set((launch.detail.launch?.rangeKm ?? []).map(({ value }) => Math.round(value)))];
    expect(ringsOf(rows, 'en').map(({ km }) => km)).toEqual(flown.sort((a, b) => a - b));
    expect(ringsOf(rows, 'en')[0]?.label).toBe('3,700 km, ROK JCS +1');
    expect(rows[0]?.apogee.length).toBeGreaterThan(0);
  });

  test('an event chosen has its own rings only; those no ring can show are named', () => {
    const near = view({}, { view: 'peninsula', event: launch });
    expect(near.input.rings).toEqual([]);
    expect(near.panel?.ringsBeyond).toEqual(['3,700 km, ROK JCS +1']);
    const far = view({}, { view: 'world', event: launch });
    expect(far.input.rings.map(({ km }) => km)).toEqual([3700]);
  });

  test('every distance of a place is in the list, drawn or not', () => {
    const { panel } = view({}, { place: place('kusong') });
    const published = record
      .all(query({}))
      .filter((one) => one.place === 'kusong')
      .flatMap(({ detail }) => detail.launch?.rangeKm ?? []);
    expect(panel?.distances.flatMap(({ range }) => range).length).toBe(published.length);
  });

  test('rings too close to tell apart share one: the one most namers gave', () => {
    const ring = (km: number, rank: number) => ({ km, rank, label: String(km) });
    expect(apart([ring(300, 2), ring(310, 1), ring(600, 0)], 20).map(({ km }) => km)).toEqual([310, 600]);
  });

  test('rings that reach past the peninsula open the wider window', () => {
    expect(view({}, { place: place('kusong') }).wider).toBe(true);
    expect(view({}, { place: place('seoul') }).wider).toBe(false);
  });
});

test('every place of the record can be chosen in every language', () => {
  for (const one of record.list('places')) {
    for (const lang of ['en', 'ko', 'zh-Hans', 'zh-Hant'] as const) {
      const shown = mapView(record, query({}), { ...NOTHING, place: one }, lang);
      expect(shown.panel?.name).toBe(one.name[lang]);
      expect(shown.input.chosen?.id).toBe(one.id);
    }
  }
});
