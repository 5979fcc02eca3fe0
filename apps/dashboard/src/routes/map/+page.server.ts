import { parseQuery, QueryError, type Event, type Place, type QueryProblem } from '@peninsula/data';
import { error, redirect } from '@sveltejs/kit';
import { groundOf, mapChart } from '#lib/charts/map.ts';
import { href } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { REGION_OUTLINES, WORLD_OUTLINES } from '#lib/server/atlas.ts';
import { record } from '#lib/server/record.ts';
import { MAP_VIEWS, mapView, type MapChoice, type MapViewName } from '#lib/view/map.ts';
import { apiQuery, MAP_OWN, mapForm, withMapDefaults } from '#lib/view/map-form.ts';
import { without } from '#lib/view/timeline.ts';
import type { PageServerLoad } from './$types';

type Pair = readonly [string, string];
const isOwn = (name: string): boolean => (MAP_OWN as readonly string[]).includes(name);

/** The address is the only state: `view`, `place` and `event` choose, everything else filters as in the API. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  const lang = getLocale();
  const pairs = [...url.searchParams].filter(([, value]) => value.trim() !== '');
  const asked = pairs.filter(([name]) => !isOwn(name));
  const own = pairs.filter(([name]) => isOwn(name));
  const bad = (problems: readonly QueryProblem[]) => ({
    form: mapForm(record(), asked, own, [], lang),
    problems: problems.map(({ code, parameter, value, detail, suggestions }) => ({
      detail,
      tries: suggestions.slice(0, 3).map((text) => ({ text, address: mended(pairs, code, parameter, value, text) })),
      drop: without(pairs, parameter),
    })),
  });
  const view = given(own, 'view');
  if (view !== null && !isView(view)) return bad([unknownView(view)]);
  const parsed = parseQuery(withMapDefaults(asked));
  if (!parsed.ok) return bad(parsed.problems);
  const choice: MapChoice = { view, place: placeOf(own, url), event: eventOf(own, url) };
  try {
    const { input, frame, ...shown } = mapView(record(), parsed.value, choice, lang);
    setHeaders({ 'cache-control': 'public, max-age=300' });
    const unpicked = pairs.filter(([name]) => name !== 'place' && name !== 'event');
    return {
      form: mapForm(record(), asked, own, placeOptions(shown.table.rows, choice.place, lang), lang),
      view: shown,
      chosen: input.chosen?.id ?? null,
      ground: groundOf(frame, shown.view === 'world' ? WORLD_OUTLINES : REGION_OUTLINES),
      chart: mapChart(input, frame),
      /** The address without a choice, to which links add theirs. */
      base: new URLSearchParams(unpicked.map(([name, value]) => [name, value])).toString(),
      api_query: apiQuery(parsed.value),
      drops: shown.emptiedBy
        .filter(({ parameter }) => asked.some(([name]) => name === parameter))
        .map(({ parameter, total }) => ({ parameter, total, address: without(pairs, parameter) })),
    };
  } catch (cause) {
    if (cause instanceof QueryError) return bad(cause.problems);
    throw cause;
  }
};

const given = (own: readonly Pair[], name: string): string | null => own.find(([key]) => key === name)?.[1] ?? null;

const isView = (text: string): text is MapViewName => (MAP_VIEWS as readonly string[]).includes(text);

function unknownView(value: string): QueryProblem {
  const detail = m.map_bad_view({ view: value.slice(0, 40) });
  return { code: 'invalid-value', parameter: 'view', value, detail, suggestions: MAP_VIEWS };
}

function placeOf(own: readonly Pair[], url: URL): MapChoice['place'] {
  const id = given(own, 'place');
  if (id === null || id === 'none') return id;
  return look('place', id, url) as Place;
}

function eventOf(own: readonly Pair[], url: URL): Event | null {
  const id = given(own, 'event');
  return id === null ? null : (look('event', id, url) as Event);
}

/** A moved id redirects; an unknown one is 404 with those close to it, each on this map. */
function look(name: 'place' | 'event', id: string, url: URL): Place | Event {
  const table = name === 'place' ? 'places' : 'events';
  const found = record().get(table, id);
  if (found.status === 'found') return found.value;
  const to = (other: string) => {
    const params = new URLSearchParams(url.searchParams);
    params.set(name, other);
    return `${href('/map')}?${params.toString()}`;
  };
  if (found.status === 'moved') redirect(301, to(found.to));
  const ids = found.status === 'missing' ? found.nearest : found.to;
  const nearest = ids.map((other) => ({ href: to(other), title: titleOf(table, other) }));
  if (found.status === 'gone') error(410, { message: found.reason, nearest });
  error(404, { message: m.error_404_record({ id: id.slice(0, 80) }), nearest });
}

function titleOf(table: 'places' | 'events', id: string): string {
  const found = record().get(table, id);
  if (found.status !== 'found') return id;
  return ('title' in found.value ? found.value.title : found.value.name)[getLocale()];
}

function placeOptions(
  rows: readonly { readonly id: string; readonly name: string }[],
  chosen: MapChoice['place'],
  lang: 'en' | 'ko' | 'zh-Hans' | 'zh-Hant',
) {
  const options = rows.map(({ id, name }) => ({ value: id, text: name }));
  if (chosen === null || chosen === 'none' || rows.some(({ id }) => id === chosen.id)) return options;
  return [...options, { value: chosen.id as string, text: chosen.name[lang] }];
}

/** The address with a suggestion in place of what was wrong. */
function mended(pairs: readonly Pair[], code: string, parameter: string, value: string, text: string): string {
  if (text.includes('=')) return `?${text}`;
  const rename = code === 'unknown-parameter';
  const next = pairs.map(([name, held]) => {
    if (name !== parameter) return [name, held];
    return rename ? [text, held] : [name, held.replace(value, text)];
  });
  return `?${new URLSearchParams(next).toString()}`;
}
