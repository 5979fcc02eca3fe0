import type { Lang, PeninsulaRecord } from '@peninsula/data';
import {
  answering,
  DEFAULTS,
  type Dimension,
  DIMENSIONS,
  explainChange,
  explainLevel,
  fitRelation,
  HALF_LIVES,
  levelAt,
  type Relation,
  type RelationEvent,
  type RelationRequest,
  turnsOf,
  type Weighting,
  WEIGHTINGS,
} from '@peninsula/data/models';
import { type CurvePoint } from '#lib/charts/curves.ts';
import { eventDate, writeDate } from '#lib/format/dates.ts';
import { isoDay, spanOf } from '#lib/format/days.ts';
import { code } from '#lib/format/codes.ts';
import { type ActorLabel, actorLabel, countryName } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';

/**
 * What a relation page needs of the record, and no more: the events between two actors, ready for the models, with their titles in one language.
 * It travels to the browser, so that a changed setting is computed there.
 */
export interface RelationSlice {
  readonly pair: readonly [string, string];
  readonly actors: readonly [ActorLabel, ActorLabel];
  readonly from: number;
  readonly to: number;
  readonly events: readonly (RelationEvent & { readonly title: string; readonly when: string })[];
  /** Country of the publisher of each source the events cite. */
  readonly countries: Readonly<Record<string, string | null>>;
}

/** Cuts the slice of a pair. */
export function relationSlice(record: PeninsulaRecord, pair: readonly [string, string], lang: Lang): RelationSlice {
  const between = (from: string, to: string) =>
    (from === pair[0] && to === pair[1]) || (from === pair[1] && to === pair[0]);
  const { from, to } = coreSpan(record);
  const events = record.list('events').flatMap((event) => {
    const signals = event.signals.filter((signal) => between(signal.from, signal.to));
    const span = spanOf(event.date.edtf);
    if (signals.length === 0 || span.to < from || span.from > to) return [];
    return [
      {
        id: event.id,
        title: event.title[lang],
        when: eventDate(event, lang, 'short'),
        date: { edtf: event.date.edtf },
        knownAt: event.knownAt,
        signals: signals.map(({ from: a, to: b, coordination, rivalry, intensity }) => ({
          from: a,
          to: b,
          coordination,
          rivalry,
          intensity,
        })),
        evidence: event.evidence.map(({ source }) => ({ source })),
      },
    ];
  });
  const cited = new Set<string>(events.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
  return {
    pair,
    actors: [actorLabel(record, pair[0], lang), actorLabel(record, pair[1], lang)],
    from,
    to,
    events,
    countries: Object.fromEntries(
      record
        .list('sources')
        .filter(({ id }) => cited.has(id))
        .map(({ id, country }) => [id, country]),
    ),
  };
}

/** What a reader may set; every part of it lives in the address. */
export interface RelationSettings {
  readonly halfLife: number;
  readonly weights: Weighting;
  readonly country: string;
  readonly knownBy: string;
  readonly dimension: Dimension;
  readonly since: string;
  readonly at: string;
}

export interface RelationView {
  readonly pair: string;
  readonly actors: readonly [ActorLabel, ActorLabel];
  readonly finding: string;
  readonly span: string;
  readonly events: number;
  readonly points: readonly CurvePoint[];
  readonly ticks: readonly {
    readonly id: string;
    readonly title: string;
    readonly when: string;
    readonly day: number;
    readonly coordination: number;
    readonly rivalry: number;
  }[];
  readonly turns: readonly {
    readonly n: number;
    readonly dimension: Dimension;
    readonly day: number;
    readonly day50: readonly [number, number];
    readonly day90: readonly [number, number];
    readonly text: string;
    readonly event: { readonly id: string; readonly title: string } | null;
  }[];
  readonly settings: RelationSettings;
  readonly options: {
    readonly halfLives: readonly number[];
    readonly weights: readonly Weighting[];
    readonly countries: readonly { readonly value: string; readonly text: string; readonly n: number }[];
  };
  readonly moved: Moved;
  readonly holds: readonly {
    readonly text: string;
    readonly from: number;
    readonly to: number;
    readonly change: number;
  }[];
  readonly answering: readonly {
    readonly text: string;
    readonly observed: number;
    readonly expected: number;
    readonly ratio: number;
    readonly low: number;
    readonly high: number;
    readonly p: number;
    readonly detectable: number;
  }[];
  readonly changed: boolean;
}

export interface Moved {
  readonly from: number;
  readonly to: number;
  readonly since: string;
  readonly at: string;
  readonly change: number;
  readonly background: number;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly when: string;
    readonly amount: number;
  }[];
  readonly others: { readonly n: number; readonly amount: number };
}

const SHOWN = 8;

export function coreSpan(record: PeninsulaRecord): { from: number; to: number } {
  const core = record.snapshot.manifest.coverage[0];
  return { from: spanOf(core?.from ?? '2017').from, to: spanOf(core?.to ?? '2019').to };
}

/** Fits a pair over the core window. Throws RangeError on settings that are not on offer. */
export function fitPair(slice: RelationSlice, settings: Partial<RelationSettings> = {}): Relation {
  const request: RelationRequest = {
    pair: slice.pair,
    from: slice.from,
    to: slice.to,
    halfLife: settings.halfLife ?? DEFAULTS.halfLife,
    weighting: settings.weights ?? DEFAULTS.weighting,
    n0: DEFAULTS.n0,
    phi: DEFAULTS.phi,
    ...(settings.country ? { sourceCountries: [settings.country] } : {}),
    ...(settings.knownBy ? { knownBy: settings.knownBy } : {}),
  };
  const sources = new Map(Object.entries(slice.countries).map(([id, country]) => [id, { country }]));
  return fitRelation(slice.events, sources, request);
}

/** Reads the settings of an address; what is not on offer falls back to the published setting. */
export function readSettings({ from, to }: { from: number; to: number }, params: URLSearchParams): RelationSettings {
  const day = (name: string, fallback: string) => {
    const text = params.get(name) ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(text) &&
      !Number.isNaN(Date.parse(text)) &&
      text >= isoDay(from) &&
      text <= isoDay(to)
      ? text
      : fallback;
  };
  const halfLife = Number(params.get('half_life') ?? DEFAULTS.halfLife);
  const weights = params.get('weights') ?? '';
  const dimension = DIMENSIONS.find((one) => one === params.get('dimension')) ?? 'coordination';
  const known = params.get('known_by') ?? '';
  return {
    halfLife: HALF_LIVES.includes(halfLife) ? halfLife : DEFAULTS.halfLife,
    weights: weights in WEIGHTINGS ? (weights as Weighting) : DEFAULTS.weighting,
    country: /^[A-Z]{2,3}$/.test(params.get('source_country') ?? '') ? (params.get('source_country') ?? '') : '',
    knownBy: /^\d{4}-\d{2}-\d{2}$/.test(known) ? known : '',
    dimension,
    since: day('since', '2017-12-31'),
    at: day('at', '2018-06-15'),
  };
}

export function relationView(slice: RelationSlice, settings: RelationSettings, lang: Lang): RelationView {
  const relation = fitPair(slice, settings);
  const whole = fitPair(slice);
  const { pair, actors, from, to } = slice;
  const named = new Map(slice.events.map((event) => [event.id, event]));
  const points = weekly(relation);
  return {
    pair: pair.join('~'),
    actors,
    finding: findingOf(points, lang),
    span: writeDate(`${isoDay(from).slice(0, 7)}/${isoDay(to).slice(0, 7)}`, lang),
    events: relation.events.length,
    points,
    ticks: relation.events.map(({ id, from: first, coordination, rivalry }) => {
      const event = named.get(id);
      return {
        id,
        title: event?.title ?? id,
        when: event?.when ?? '',
        day: Math.max(first, from),
        coordination,
        rivalry,
      };
    }),
    turns: DIMENSIONS.flatMap((dimension) => turnsOf(relation, dimension))
      .sort((a, b) => a.day - b.day || (a.dimension < b.dimension ? -1 : 1))
      .map(({ dimension, day, day50, day90, rise, nearest }, i) => {
        const event = nearest === null ? undefined : named.get(nearest);
        return {
          n: i + 1,
          dimension,
          day,
          day50,
          day90,
          text: m.relation_turn({
            dimension: code('dimension', dimension),
            way: rise ? m.relation_rise() : m.relation_fall(),
            half: rangeOf(day50, lang),
            most: rangeOf(day90, lang),
          }),
          event: event ? { id: event.id, title: event.title } : null,
        };
      }),
    settings,
    options: {
      halfLives: HALF_LIVES,
      weights: Object.keys(WEIGHTINGS) as Weighting[],
      countries: countriesOf(slice, whole, lang),
    },
    moved: movedOf(named, relation, settings, lang),
    holds: holdsOf(slice, settings),
    answering: answeringOf(slice, relation),
    changed:
      relation.events.length !== whole.events.length ||
      settings.halfLife !== DEFAULTS.halfLife ||
      settings.weights !== DEFAULTS.weighting,
  };
}

/** Curves of a pair for small multiples: a point a week. */
export function weekly(relation: Relation): CurvePoint[] {
  const points: CurvePoint[] = [];
  for (let day = relation.request.from; day <= relation.request.to; day += 7) {
    points.push({
      day,
      coordination: levelAt(relation, 'coordination', day),
      rivalry: levelAt(relation, 'rivalry', day),
    });
  }
  return points;
}

/** The title states the finding: when each of the two stood highest. */
export function findingOf(points: readonly CurvePoint[], lang: Lang): string {
  const peak = (dimension: Dimension) =>
    points.reduce(
      (best, point) => (point[dimension].mean > best[dimension].mean ? point : best),
      points[0] as CurvePoint,
    );
  const month = (day: number) => writeDate(isoDay(day).slice(0, 7), lang);
  const [c, r] = [peak('coordination'), peak('rivalry')];
  return m.relation_finding({ rivalry: month(r.day), coordination: month(c.day) });
}

function movedOf(
  named: ReadonlyMap<string, RelationSlice['events'][number]>,
  relation: Relation,
  { dimension, since, at }: RelationSettings,
  lang: Lang,
): Moved {
  const [a, b] = [spanOf(since).from, spanOf(at).from].sort((x, y) => x - y) as [number, number];
  const { change, baseline, shares } = explainChange(relation, dimension, a, b);
  const rows = shares.slice(0, SHOWN);
  const others = shares.slice(SHOWN).filter(({ amount }) => amount !== 0);
  return {
    from: explainLevel(relation, dimension, a).level,
    to: explainLevel(relation, dimension, b).level,
    since: writeDate(isoDay(a), lang),
    at: writeDate(isoDay(b), lang),
    change,
    background: baseline,
    rows: rows
      .filter(({ amount }) => amount !== 0)
      .map(({ id, amount }) => {
        const event = named.get(id);
        return { id, amount, title: event?.title ?? id, when: event?.when ?? '' };
      }),
    others: { n: others.length, amount: others.reduce((sum, { amount }) => sum + amount, 0) },
  };
}

/** The same change under other settings. */
function holdsOf(slice: RelationSlice, settings: RelationSettings) {
  const at = HALF_LIVES.indexOf(settings.halfLife);
  const others: [string, Partial<RelationSettings>][] = [
    [m.relation_as_set(), {}],
    ...[HALF_LIVES[at - 1], HALF_LIVES[at + 2]].flatMap((halfLife): [string, Partial<RelationSettings>][] =>
      halfLife === undefined ? [] : [[m.relation_half_life({ n: halfLife }), { halfLife }]],
    ),
    ...(['equal', 'doubling'] as const)
      .filter((weights) => weights !== settings.weights)
      .map((weights): [string, Partial<RelationSettings>] => [code('weights', weights), { weights }]),
  ];
  const [a, b] = [spanOf(settings.since).from, spanOf(settings.at).from].sort((x, y) => x - y) as [number, number];
  return others.map(([text, other]) => {
    const relation = fitPair(slice, { ...settings, ...other });
    const level = (day: number) => explainLevel(relation, settings.dimension, day).level;
    return { text, from: level(a), to: level(b), change: level(b) - level(a) };
  });
}

/** Countries whose sources tell of this relation, with the events each would leave. */
function countriesOf(slice: RelationSlice, relation: Relation, lang: Lang) {
  const counts = new Map<string, number>();
  const used = new Set(relation.events.map(({ id }) => id));
  for (const { id, evidence } of slice.events) {
    if (!used.has(id)) continue;
    const countries = new Set(evidence.flatMap(({ source }) => slice.countries[source] ?? []));
    for (const country of countries) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, n], [b, k]) => k - n || (a < b ? -1 : 1))
    .slice(0, 8)
    .map(([value, n]) => ({ value, n, text: countryName(value, lang, m.country_INT()) }));
}

/** Whether one side's events were followed by the other's, at the middle of the three windows. */
function answeringOf(slice: RelationSlice, { request }: Relation): RelationView['answering'] {
  const sources = new Map(Object.entries(slice.countries).map(([id, country]) => [id, { country }]));
  const name = (id: string) => slice.actors.find((actor) => actor.id === id)?.name ?? id;
  return answering(slice.events, sources, request)
    .filter(({ window }) => window === 30)
    .map(({ from, to, dimension, observed, expected, mean, low, high, p, detectable }) => ({
      text: m.relation_answers({
        from: name(from),
        to: name(to),
        dimension: code('dimension', dimension).toLowerCase(),
      }),
      observed,
      expected,
      ratio: mean,
      low,
      high,
      p,
      detectable,
    }));
}

const rangeOf = ([from, to]: readonly [number, number], lang: Lang): string =>
  writeDate(`${isoDay(from)}/${isoDay(to)}`, lang, 'short');
