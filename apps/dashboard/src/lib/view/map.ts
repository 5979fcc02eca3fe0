import type { Event, EventQuery, Lang, PeninsulaRecord, Place } from '@peninsula/data';
import type { MapInput, MapPlace } from '#lib/charts/map.ts';
import {
  frameAround,
  inFrame,
  type LonLat,
  type MapFrame,
  PENINSULA,
  REGION,
  shareShown,
} from '#lib/charts/map-frame.ts';
import { MAP_KINDS, type MapKind } from '#lib/charts/map-shapes.ts';
import { eventDate, writeDate } from '#lib/format/dates.ts';
import { label } from '#lib/format/labels.ts';
import { actorLabel, countryName } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { apart, distancesOf, type DistanceRow, ringsOf } from './map-distances.ts';
import { kindOf, kindWords } from './map-kinds.ts';

export const MAP_VIEWS = ['peninsula', 'world'] as const;
export type MapViewName = (typeof MAP_VIEWS)[number];

/** What the reader picked: a place, the events without one, or one event. */
export interface MapChoice {
  readonly view: MapViewName | null;
  readonly place: Place | 'none' | null;
  readonly event: Event | null;
}

export interface MapEventRow {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly kind: MapKind;
  /** It has distances to draw. */
  readonly rings: boolean;
}

export interface MapPanel {
  readonly id: string;
  readonly name: string;
  /** Kind of place, country, coordinates and how exact they are; null where there is no place. */
  readonly where: string | null;
  readonly counts: string;
  /** Latest first. */
  readonly rows: readonly MapEventRow[];
  /** Events beyond those rows. */
  readonly more: number;
  /** The event picked, if one was. */
  readonly event: MapEventRow | null;
  readonly distances: readonly DistanceRow[];
  readonly ringsDrawn: number;
  /** Distances that no ring in this view can show. */
  readonly ringsBeyond: readonly string[];
  /** The place itself is outside the window drawn. */
  readonly outside: boolean;
}

export interface MapView {
  readonly view: MapViewName;
  readonly frame: MapFrame;
  readonly wider: boolean;
  readonly input: MapInput;
  readonly finding: string;
  readonly window: string;
  readonly total: number;
  readonly placed: number;
  readonly unplaced: { readonly total: number; readonly launches: number };
  /** Events at places outside the window; in the world, those inside its inset. */
  readonly elsewhere: number;
  readonly ranking: readonly {
    readonly id: string;
    readonly name: string;
    readonly n: number;
    readonly share: number;
    readonly words: string;
  }[];
  readonly panel: MapPanel | null;
  /** Kinds that matched, and those of them that are on the map drawn. */
  readonly kinds: readonly MapKind[];
  readonly drawnKinds: readonly MapKind[];
  readonly preciseKm: number;
  readonly table: {
    readonly rows: readonly {
      readonly id: string;
      readonly name: string;
      readonly kind: string;
      readonly country: string;
      readonly coordinates: string;
      readonly precision: string;
      readonly counts: readonly number[];
      readonly total: number;
    }[];
    readonly none: readonly number[];
    readonly sums: readonly number[];
  };
  readonly emptiedBy: readonly { readonly parameter: string; readonly total: number }[];
}

/** A point meant within more than this is drawn hollow. */
const PRECISE_KM = 10;
/** Rings up to this fit the closer of the two windows. */
const CLOSE_KM = 250;
/** A ring of which less shows than this is named in words instead. */
const SHOWN = 0.1;
/** Rings closer than this are one line to the eye. */
const APART_PX = 8;
/** Rows of a place beyond this are left to the timeline. */
const ROWS = 32;

/** What the map shows for one query. Placed and unplaced events add up to all that matched. */
export function mapView(record: PeninsulaRecord, query: EventQuery, choice: MapChoice, lang: Lang): MapView {
  const events = record.all(query);
  const at = groupByPlace(events);
  const unplaced = at.get(null) ?? [];
  const places = record
    .list('places')
    .filter(({ id }) => at.has(id))
    .map((place) => mapPlace(place, at.get(place.id) ?? [], lang))
    .sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
  const picked = pickedPlace(record, choice);
  const chosen = picked ? mapPlace(picked, at.get(picked.id) ?? [], lang) : null;
  const near = inFrame(PENINSULA);
  const view = choice.view ?? (chosen && !near(chosen.at) ? 'world' : 'peninsula');
  const launches = choice.event ? [choice.event] : picked ? (at.get(picked.id) ?? []) : [];
  const distances = chosen ? distancesOf(launches, lang) : [];
  const rings = ringsOf(distances, lang);
  const wider = view === 'peninsula' && rings.some(({ km }) => km > CLOSE_KM);
  const frame = view === 'world' ? worldFrame(record) : wider ? REGION : PENINSULA;
  const { drawn, beyond } = split(rings, frame, chosen?.at);
  const shows = inFrame(frame);
  // In the world the marks of the peninsula would lie on one another: one inset stands for them.
  const shown = places.filter(({ at: point }) => (view === 'world' ? !near(point) : shows(point)));
  const elsewhere = places.filter((place) => !shown.includes(place));
  const window = windowWords(query, events, lang);
  const kinds = MAP_KINDS.filter((kind) => events.some(({ type }) => kindOf(type) === kind));
  const drawnKinds = MAP_KINDS.filter((kind) => shown.some(({ counts }) => counts[kind] > 0));
  const chosenShown = chosen !== null && shows(chosen.at);
  return {
    view,
    frame,
    wider,
    input: {
      places: chosen && chosenShown && !shown.some(({ id }) => id === chosen.id) ? [...shown, chosen] : shown,
      chosen: chosenShown ? chosen : null,
      rings: drawn,
      precisionKm: picked && picked.precisionKm > PRECISE_KM ? picked.precisionKm : null,
      names: namesOf(record, view, lang),
      inset: view === 'world' ? inset(elsewhere, lang) : null,
    },
    finding: finding(places, shown, view, events, window, lang),
    window,
    total: events.length,
    placed: events.length - unplaced.length,
    unplaced: {
      total: unplaced.length,
      launches: unplaced.filter(({ type }) => kindOf(type) === 'launch').length,
    },
    elsewhere: sum(elsewhere.map(({ total }) => total)),
    ranking: ranking(shown),
    panel: panel(record, choice, { picked, events, at, distances, chosenShown }, lang, {
      drawn: drawn.length,
      beyond: beyond.map(({ label: text }) => text),
    }),
    kinds,
    drawnKinds,
    preciseKm: PRECISE_KM,
    table: table(record, places, unplaced, kinds, lang),
    emptiedBy: events.length > 0 ? [] : record.events(query, { limit: 1 }).emptiedBy,
  };
}

function groupByPlace(events: readonly Event[]): Map<string | null, Event[]> {
  const at = new Map<string | null, Event[]>();
  for (const event of events) {
    const group = at.get(event.place);
    if (group) group.push(event);
    else at.set(event.place, [event]);
  }
  return at;
}

function mapPlace(place: Place, events: readonly Event[], lang: Lang): MapPlace {
  const counts = countKinds(events);
  return {
    id: place.id,
    name: place.name[lang],
    title: m.map_mark({ place: place.name[lang], counts: kindWords(counts, lang) }),
    at: [place.lon, place.lat],
    rough: place.precisionKm > PRECISE_KM,
    counts,
    total: events.length,
  };
}

function countKinds(events: readonly Event[]): Record<MapKind, number> {
  const counts: Record<MapKind, number> = { launch: 0, nuclear: 0, meeting: 0, other: 0 };
  for (const { type } of events) counts[kindOf(type)]++;
  return counts;
}

function pickedPlace(record: PeninsulaRecord, { place, event }: MapChoice): Place | null {
  if (event === null) return place === 'none' ? null : place;
  if (event.place === null) return null;
  const found = record.get('places', event.place);
  return found.status === 'found' ? found.value : null;
}

/** A window around every place of the record, so that none can fall outside. */
function worldFrame(record: PeninsulaRecord): MapFrame {
  return frameAround(record.list('places').map(({ lon, lat }): LonLat => [lon, lat]));
}

function split(rings: MapInput['rings'], frame: MapFrame, at: LonLat | undefined) {
  const shows = (km: number) => at !== undefined && shareShown(frame, at, km) >= SHOWN;
  const [drawn, beyond] = [rings.filter(({ km }) => shows(km)), rings.filter(({ km }) => !shows(km))];
  return { drawn: apart(drawn, APART_PX * frame.kmPerPx), beyond: apart(beyond, APART_PX * frame.kmPerPx) };
}

/** Names of the states around the window; seas are left without one. */
function namesOf(record: PeninsulaRecord, view: MapViewName, lang: Lang): MapInput['names'] {
  const at: readonly (readonly [string, LonLat])[] =
    view === 'world'
      ? [
          ['CN', [100, 35]],
          ['RU', [95, 62]],
          ['US', [-100, 40]],
        ]
      : [
          ['KP', [126.9, 40.35]],
          ['KR', [128.05, 36.6]],
          ['CN', [125.3, 42.6]],
          ['JP', [131.6, 34.2]],
        ];
  return at.map(([id, point]) => ({ text: actorLabel(record, id, lang).name, at: point }));
}

function inset(inside: readonly MapPlace[], lang: Lang): MapInput['inset'] {
  const counts = { launch: 0, nuclear: 0, meeting: 0, other: 0 };
  for (const place of inside) for (const kind of MAP_KINDS) counts[kind] += place.counts[kind];
  const n = sum(inside.map(({ total }) => total));
  return {
    frame: PENINSULA,
    label: m.map_inset({ n }),
    title: m.map_inset_title({ counts: kindWords(counts, lang) }),
  };
}

/** Where most of it happened: launches on the peninsula, meetings elsewhere; else whatever the filter left. */
function finding(
  places: readonly MapPlace[],
  shown: readonly MapPlace[],
  view: MapViewName,
  events: readonly Event[],
  window: string,
  lang: Lang,
): string {
  const wanted: readonly MapKind[] = view === 'world' ? ['meeting', 'launch'] : ['launch', 'meeting'];
  const kind = wanted.find((one) => shown.some(({ counts }) => counts[one] > 0)) ?? null;
  const value = ({ counts, total }: MapPlace) => (kind === null ? total : counts[kind]);
  const pool = view === 'world' ? shown : places;
  const n = Math.max(0, ...pool.map(value));
  const all = kind === null ? events.length : events.filter(({ type }) => kindOf(type) === kind).length;
  if (n === 0) return m.map_finding_none({ window });
  const best = pool.filter((place) => value(place) === n);
  if (best.length > 3) return m.map_finding_even({ n, all, window });
  const place = new Intl.ListFormat(lang, { type: 'conjunction' }).format(best.map(({ name }) => name));
  const said = { place, n, all, window };
  if (best.length > 1) return m.map_finding_tie(said);
  if (kind === 'launch') return m.map_finding_launch(said);
  if (kind === 'meeting') return view === 'world' ? m.map_finding_meeting_abroad(said) : m.map_finding_meeting(said);
  return m.map_finding_other(said);
}

function ranking(shown: readonly MapPlace[]): MapView['ranking'] {
  const most = Math.max(1, ...shown.map(({ total }) => total));
  return shown
    .slice(0, 10)
    .map(({ id, name, total, title }) => ({ id, name, n: total, share: total / most, words: title }));
}

interface Material {
  readonly picked: Place | null;
  readonly events: readonly Event[];
  readonly at: ReadonlyMap<string | null, readonly Event[]>;
  readonly distances: readonly DistanceRow[];
  readonly chosenShown: boolean;
}

function panel(
  record: PeninsulaRecord,
  choice: MapChoice,
  { picked, at, distances, chosenShown }: Material,
  lang: Lang,
  rings: { readonly drawn: number; readonly beyond: readonly string[] },
): MapPanel | null {
  const none = choice.event ? choice.event.place === null : choice.place === 'none';
  if (!picked && !none) return null;
  const here = at.get(picked?.id ?? null) ?? [];
  return {
    id: picked?.id ?? 'none',
    name: picked ? picked.name[lang] : m.map_none_title(),
    where: picked ? whereWords(record, picked, lang) : null,
    counts: kindWords(countKinds(here), lang),
    rows: [...here]
      .reverse()
      .slice(0, picked ? ROWS : undefined)
      .map((event) => eventRow(event, lang)),
    more: picked ? Math.max(0, here.length - ROWS) : 0,
    event: choice.event ? eventRow(choice.event, lang) : null,
    distances,
    ringsDrawn: rings.drawn,
    ringsBeyond: rings.beyond,
    outside: picked !== null && !chosenShown,
  };
}

function eventRow(event: Event, lang: Lang): MapEventRow {
  return {
    id: event.id,
    title: event.title[lang],
    when: eventDate(event, lang, 'short'),
    kind: kindOf(event.type),
    rings: event.place !== null && (event.detail.launch?.rangeKm ?? []).length > 0,
  };
}

function whereWords(record: PeninsulaRecord, place: Place, lang: Lang): string {
  return m.map_where({
    kind: label('map_place', place.kind),
    country: country(record, place.country, lang),
    coordinates: coordinates(place),
    precision: precision(place),
  });
}

/** The record's own name of a state, where it has one. */
function country(record: PeninsulaRecord, id: string, lang: Lang): string {
  const { name } = actorLabel(record, id, lang);
  return name === id ? countryName(id, lang, m.country_INT()) : name;
}

/** Degrees with no more digits than the precision bears out. */
function coordinates({ lat, lon, precisionKm }: Place): string {
  const digits = precisionKm > PRECISE_KM ? 1 : 2;
  const half = (n: number, plus: string, minus: string) => `${Math.abs(n).toFixed(digits)}° ${n < 0 ? minus : plus}`;
  return `${half(lat, 'N', 'S')}, ${half(lon, 'E', 'W')}`;
}

const precision = ({ precisionKm }: Place): string => m.map_within({ n: precisionKm });

function table(
  record: PeninsulaRecord,
  places: readonly MapPlace[],
  unplaced: readonly Event[],
  kinds: readonly MapKind[],
  lang: Lang,
): MapView['table'] {
  const none = countKinds(unplaced);
  return {
    rows: places.flatMap(({ id, name, counts, total }) => {
      const found = record.get('places', id);
      if (found.status !== 'found') return [];
      return [
        {
          id,
          name,
          kind: label('map_place', found.value.kind),
          country: country(record, found.value.country, lang),
          coordinates: coordinates(found.value),
          precision: precision(found.value),
          counts: kinds.map((kind) => counts[kind]),
          total,
        },
      ];
    }),
    none: [...kinds.map((kind) => none[kind]), unplaced.length],
    sums: [
      ...kinds.map((kind) => sum(places.map(({ counts }) => counts[kind])) + none[kind]),
      sum(places.map(({ total }) => total)) + unplaced.length,
    ],
  };
}

/** The dates asked for, else the years of what matched. */
function windowWords({ from, to }: EventQuery, events: readonly Event[], lang: Lang): string {
  if (from !== undefined && from === to) return writeDate(from, lang);
  if (from !== undefined || to !== undefined) return writeDate(`${from ?? '..'}/${to ?? '..'}`, lang);
  const years = events.map(({ date }) => date.edtf.slice(0, 4)).filter((year) => /^\d{4}$/.test(year));
  const [first, last] = [years.sort()[0], years.at(-1)];
  if (first === undefined || last === undefined) return m.map_always();
  return first === last ? writeDate(first, lang) : writeDate(`${first}/${last}`, lang);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
