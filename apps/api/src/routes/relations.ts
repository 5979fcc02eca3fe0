import {
  answering,
  DIMENSIONS,
  explainRelation,
  explainRelationChange,
  fitRelation,
  PER,
  relationSeries,
  type RelationRequest,
  six,
  turnsOf,
} from '@peninsula/data/models';
import { nearest, orderDyad, type QueryProblem } from '@peninsula/data/query';
import { type Context, Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import {
  iso,
  readBetween,
  readRelation,
  RELATION_PARAMETERS,
  tellRelation,
  windowOf,
  writeRelation,
} from '../read/relation.ts';
import { answer, unknownParameters } from '../respond/answer.ts';
import { splitExtension, withEndings } from '../respond/format.ts';
import { badQuery, problem } from '../respond/problem.ts';

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
    const request = readRelation(c, dyad, snapshot.manifest.coverage[0], problems);
    if (problems.length > 0) return badQuery(c, problems);
    const result = use(request, writeRelation(request), problems);
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
            meta: { per_days: PER, level: 0.9, ...tellRelation(request) },
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
      const day = at === undefined ? whole.to : readBetween(at, 'at', whole, problems, whole.to);
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
          meta: { per_days: PER, ...tellRelation(request) },
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
            meta: tellRelation(request),
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
              ...tellRelation(request),
            },
          };
        },
      }),
    ),
  );
  return app;
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
