import { daysFromCivil, parseEdtf, firstDay, lastDay } from '@peninsula/data/dates';
import {
  answering,
  DEFAULTS,
  DIMENSIONS,
  explainRelation,
  explainRelationChange,
  fitRelation,
  HALF_LIVES,
  PER,
  relationSeries,
  type RelationRequest,
  six,
  turnsOf,
  type Weighting,
  WEIGHTINGS,
} from '@peninsula/data/models';
import { MODEL_CARDS } from '@peninsula/data/models/cards';
import { nearest, orderDyad, type QueryProblem } from '@peninsula/data/query';
import { type Context, Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import { answer, unknownParameters } from '../respond/answer.ts';
import { splitExtension, withEndings } from '../respond/format.ts';
import { badQuery, problem } from '../respond/problem.ts';

/** Parameters of every relation resource. */
export const RELATION_PARAMETERS = [
  'from',
  'to',
  'half_life',
  'weights',
  'source_country',
  'without_source',
  'known_by',
] as const;

/** Longest list a parameter takes. */
const MAX_LIST = 50;

/** `/v1/relations` and below: coordination and rivalry of two actors over time, what made them, and when they turned. */
export function relations(service: Service): Hono<Env> {
  const { snapshot } = service.record;
  const sources = new Map(snapshot.sources.map((source) => [source.id as string, source]));
  const dyads = countDyads(service);
  const app = new Hono<Env>();

  withEndings('/relations', (path, extension) =>
    app.get(path, (c) => {
      const problems = unknownParameters(c, []);
      if (problems.length > 0) return badQuery(c, problems);
      return answer(c, {
        service,
        formats: ['json', 'ndjson', 'csv'],
        extension,
        columns: ['dyad', 'events'],
        query: '',
        find: () => ({
          rows: [...dyads].map(([dyad, events]) => service.rows.plain({ dyad, events })),
          total: dyads.size,
        }),
      });
    }),
  );

  /** Fits the relation a request asks for, or answers with what is wrong with it. */
  const fitted = (
    c: Context,
    extra: readonly string[],
    use: (request: RelationRequest, query: string, problems: QueryProblem[]) => Response | QueryProblem[],
  ): Response => {
    const dyad = orderDyad(splitExtension(c.req.param('pair') ?? '').id);
    if (!dyads.has(dyad)) {
      return problem(c, 404, 'not-found', `No event carries a signal between ${JSON.stringify(dyad.slice(0, 40))}.`, {
        nearest: nearest(dyad, [...dyads.keys()], 5).map((id) => ({
          id,
          href: new URL(`/v1/relations/${id}`, c.req.url).href,
        })),
      });
    }
    const problems = unknownParameters(c, [...RELATION_PARAMETERS, ...extra]);
    const request = readRequest(c, dyad, snapshot.manifest.coverage[0], problems);
    if (problems.length > 0) return badQuery(c, problems);
    const result = use(request, written(request), problems);
    return Array.isArray(result) ? badQuery(c, result) : result;
  };

  app.get('/relations/:pair', (c) => {
    const { extension } = splitExtension(c.req.param('pair'));
    return fitted(c, [], (request, query) =>
      answer(c, {
        service,
        formats: ['json', 'ndjson', 'csv'],
        extension,
        columns: ['from', 'to', 'dimension', 'date', 'value', 'low', 'high'],
        query,
        find: () => {
          const series = relationSeries(snapshot.events, sources, request);
          return {
            rows: [service.rows.plain(series)],
            single: true,
            total: 1,
            table: series.directed.flatMap(({ from, to, dimension, points }) =>
              points.map((point) => service.rows.plain({ from, to, dimension, ...point })),
            ),
            meta: { per_days: PER, level: 0.9, ...told(request) },
          };
        },
      }),
    );
  });

  app.get('/relations/:pair/explain', (c) =>
    fitted(c, ['at'], (request, query, problems) => {
      const [at, from, to] = ['at', 'from', 'to'].map((name) => c.req.query(name) || undefined);
      if (at !== undefined && (from !== undefined || to !== undefined)) {
        problems.push({
          code: 'conflicting-parameters',
          parameter: 'at',
          value: at.slice(0, 40),
          detail: 'at explains a level, from and to explain a change; use one or the other',
          suggestions: [],
        });
        return problems;
      }
      const whole = { ...request, ...windowOf(service, request) };
      const change = from !== undefined || to !== undefined;
      const day = at === undefined ? whole.to : readDay(at, 'at', whole, problems, whole.to);
      if (problems.length > 0) return problems;
      const explained = change
        ? explainRelationChange(snapshot.events, sources, whole, request.from, request.to)
        : explainRelation(snapshot.events, sources, whole, day);
      return answer(c, {
        service,
        formats: ['json'],
        extension: undefined,
        query: change
          ? query
          : [`at=${iso(day)}`, ...query.split('&').filter((part) => !/^(from|to)=/.test(part))].join('&'),
        find: () => ({
          rows: [service.rows.plain(explained)],
          total: 1,
          single: true,
          meta: { per_days: PER, ...told(request) },
        }),
      });
    }),
  );

  app.get('/relations/:pair/turning-points', (c) =>
    fitted(c, [], (request, query) =>
      answer(c, {
        service,
        formats: ['json'],
        extension: undefined,
        query,
        find: () => {
          const relation = fitRelation(snapshot.events, sources, request);
          const turns = DIMENSIONS.flatMap((dimension) => turnsOf(relation, dimension));
          return {
            rows: turns.map(({ dimension, day, day50, day90, rise, mass, nearest: named }) =>
              service.rows.plain({
                dimension,
                direction: rise ? 'rise' : 'fall',
                date: iso(day),
                interval_50: day50.map(iso),
                interval_90: day90.map(iso),
                expected: mass,
                nearest_event: named,
              }),
            ),
            total: turns.length,
            meta: told(request),
          };
        },
      }),
    ),
  );

  app.get('/relations/:pair/responses', (c) =>
    fitted(c, [], (request, query) =>
      answer(c, {
        service,
        formats: ['json'],
        extension: undefined,
        query,
        find: () => {
          const rows = answering(snapshot.events, sources, request);
          return {
            rows: rows.map(({ mean, low, high, above, p, detectable, ...row }) =>
              service.rows.plain({
                ...row,
                ratio: six(mean),
                ratio_low: six(low),
                ratio_median: six(row.median),
                ratio_high: six(high),
                probability_above_1: six(above),
                p_jitter: p,
                detectable_ratio: Number.isFinite(detectable) ? detectable : null,
              }),
            ),
            total: rows.length,
            meta: {
              note: 'Follows is not caused: ratios of observed to expected answers in (s, s+window] days.',
              ...told(request),
            },
          };
        },
      }),
    ),
  );

  app.get('/models', (c) => {
    const problems = unknownParameters(c, []);
    if (problems.length > 0) return badQuery(c, problems);
    return answer(c, {
      service,
      formats: ['json'],
      extension: undefined,
      query: '',
      find: () => ({ rows: MODEL_CARDS.map((card) => service.rows.plain(card)), total: MODEL_CARDS.length }),
    });
  });

  app.get('/models/:id', (c) => {
    const { id, extension } = splitExtension(c.req.param('id'));
    const card = MODEL_CARDS.find((one) => one.id === id);
    if (!card) {
      return problem(c, 404, 'not-found', `There is no model ${JSON.stringify(id.slice(0, 40))}.`, {
        nearest: nearest(
          id,
          MODEL_CARDS.map((one) => one.id),
          3,
        ).map((other) => ({
          id: other,
          href: new URL(`/v1/models/${other}`, c.req.url).href,
        })),
      });
    }
    const problems = unknownParameters(c, []);
    if (problems.length > 0) return badQuery(c, problems);
    return answer(c, {
      service,
      formats: ['json'],
      extension,
      query: '',
      find: () => ({ rows: [service.rows.plain(card)], total: 1, single: true }),
    });
  });
  return app;
}

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

function readRequest(
  c: Context,
  dyad: string,
  core: { from: string; to: string } | undefined,
  problems: QueryProblem[],
): RelationRequest {
  const [a = '', b = ''] = dyad.split('~');
  const bounds = { from: dayOf(core?.from ?? '2017-01-01', 'from'), to: dayOf(core?.to ?? '2020-03-31', 'to') };
  const from = readDay(c.req.query('from'), 'from', null, problems, bounds.from);
  const to = readDay(c.req.query('to'), 'to', null, problems, bounds.to);
  if (from > to) problems.push(wrong('from', iso(from), `from ${iso(from)} is after to ${iso(to)}`, [iso(to)]));
  const halfLife = Number(readCode(c, 'half_life', HALF_LIVES.map(String), String(DEFAULTS.halfLife), problems));
  const weighting = readCode(c, 'weights', Object.keys(WEIGHTINGS), DEFAULTS.weighting, problems) as Weighting;
  const list = (name: string) => [
    ...new Set(
      (c.req.query(name) ?? '')
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    ),
  ];
  const countries = list('source_country').sort();
  const without = list('without_source').sort();
  for (const [name, items] of [
    ['source_country', countries],
    ['without_source', without],
  ] as const)
    if (items.length > MAX_LIST) problems.push(wrong(name, '', `${name} takes at most ${MAX_LIST} values`, []));
  const knownBy = c.req.query('known_by');
  if (knownBy !== undefined && knownBy !== '') readDay(knownBy, 'known_by', null, problems, to);
  return {
    pair: [a, b],
    from,
    to,
    halfLife,
    weighting,
    n0: DEFAULTS.n0,
    phi: DEFAULTS.phi,
    ...(countries.length > 0 ? { sourceCountries: countries } : {}),
    ...(without.length > 0 ? { withoutSources: without } : {}),
    ...(knownBy !== undefined && knownBy !== '' ? { knownBy } : {}),
  };
}

/** The request in canonical form: the cache key, and what a citation repeats. */
function written(request: RelationRequest): string {
  const parts = [`from=${iso(request.from)}`, `half_life=${request.halfLife}`];
  if (request.knownBy !== undefined) parts.push(`known_by=${request.knownBy}`);
  if (request.sourceCountries) parts.push(`source_country=${request.sourceCountries.join(',')}`);
  parts.push(`to=${iso(request.to)}`, `weights=${request.weighting}`);
  if (request.withoutSources) parts.push(`without_source=${request.withoutSources.join(',')}`);
  return parts.join('&');
}

function told(request: RelationRequest) {
  return {
    half_life: request.halfLife,
    weights: request.weighting,
    source_country: request.sourceCountries ?? null,
    without_source: request.withoutSources ?? null,
    known_by: request.knownBy ?? null,
  };
}

/** The days a change or level is fitted over: the first span of the coverage statement that holds them, else the whole record. */
function windowOf(service: Service, { from, to }: RelationRequest): { from: number; to: number } {
  const spans = service.record.snapshot.manifest.coverage.map((span) => ({
    from: dayOf(span.from, 'from'),
    to: dayOf(span.to, 'to'),
  }));
  return (
    spans.find((span) => span.from <= from && to <= span.to) ?? {
      from: Math.min(from, ...spans.map((span) => span.from)),
      to: Math.max(to, ...spans.map((span) => span.to)),
    }
  );
}

function readCode(
  c: Context,
  name: string,
  codes: readonly string[],
  fallback: string,
  problems: QueryProblem[],
): string {
  const text = c.req.query(name);
  if (text === undefined || text === '') return fallback;
  if (codes.includes(text)) return text;
  problems.push(wrong(name, text, `${JSON.stringify(text.slice(0, 40))} is not a value of ${name}`, codes));
  return fallback;
}

function readDay(
  text: string | undefined,
  name: string,
  within: { from: number; to: number } | null,
  problems: QueryProblem[],
  fallback: number,
): number {
  if (text === undefined || text === '') return fallback;
  const parsed = parseEdtf(text);
  if (!parsed.ok || parsed.value.kind !== 'date') {
    problems.push({
      code: 'invalid-date',
      parameter: name,
      value: text.slice(0, 40),
      detail: `${JSON.stringify(text.slice(0, 40))} is not a date`,
      suggestions: ['2019-12-20'],
    });
    return fallback;
  }
  const day = name === 'to' || name === 'at' ? lastDay(parsed.value.date) : firstDay(parsed.value.date);
  const [least, most] = within ? [within.from, within.to] : [daysFromCivil(1985, 1, 1), daysFromCivil(2026, 12, 31)];
  if (day < least || day > most) {
    problems.push(wrong(name, text, `${name} lies outside ${iso(least)} to ${iso(most)}`, [iso(least), iso(most)]));
    return fallback;
  }
  return day;
}

function dayOf(text: string, end: 'from' | 'to'): number {
  const parsed = parseEdtf(text);
  if (!parsed.ok || parsed.value.kind !== 'date') throw new RangeError(text);
  return end === 'from' ? firstDay(parsed.value.date) : lastDay(parsed.value.date);
}

function wrong(parameter: string, value: string, detail: string, suggestions: readonly string[]): QueryProblem {
  return { code: 'invalid-value', parameter, value: value.slice(0, 100), detail, suggestions };
}

/** Events per dyad that carry a signal, most first. */
function countDyads(service: Service): Map<string, number> {
  const counts = new Map<string, number>();
  for (const event of service.record.snapshot.events) {
    for (const dyad of new Set(event.signals.map(({ from, to }) => orderDyad(`${from}~${to}`))))
      counts.set(dyad, (counts.get(dyad) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a, n], [b, k]) => k - n || (a < b ? -1 : 1)));
}
