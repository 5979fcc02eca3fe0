import {
  convergence,
  declaredAt,
  type DeclaredStance,
  seenStances,
  smoothStance,
  statements,
} from '@peninsula/data/models';
import { ISSUES } from '@peninsula/data/lists';
import { nearest, type QueryProblem } from '@peninsula/data/query';
import type { Stance } from '@peninsula/data/schema';
import { type Context, Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import columns from '../generated/columns.json' with { type: 'json' };
import { readDay } from '../read/day.ts';
import { EVIDENCE_PARAMETERS, readEvidence, tellEvidence, writeEvidence } from '../read/evidence.ts';
import { answer, unknownParameters } from '../respond/answer.ts';
import { splitExtension, withEndings } from '../respond/format.ts';
import { badQuery, problem } from '../respond/problem.ts';

/** The day the founding article looks from. */
const LOOKING_FROM = '2019-12-20';

/** `/v1/stances?at=`: what each actor held on each issue on a day; `/v1/stances/{actor}/{issue}`: the statements behind one. */
export function stances(service: Service): Hono<Env> {
  const { snapshot } = service.record;
  const sources = new Map(snapshot.sources.map((source) => [source.id as string, source]));
  const actors = [...new Set(snapshot.stances.map(({ actor }) => actor as string))].sort();
  const app = new Hono<Env>();

  withEndings('/stances', (path, extension) =>
    app.get(path, (c) => {
      const problems = unknownParameters(c, ['at', 'actor', 'issue', ...EVIDENCE_PARAMETERS]);
      const at = readDay(c, 'at', LOOKING_FROM, problems);
      const actor = readList(c, 'actor', actors, problems);
      const issue = readList(c, 'issue', ISSUES, problems);
      const filter = readEvidence(c, problems);
      if (problems.length > 0) return badQuery(c, problems);
      const seen = seenStances(snapshot.stances, sources, filter);
      const rows = actor.flatMap((one) =>
        issue.flatMap((other) => {
          const held = declaredAt(statements(seen, one, other), at.end);
          return held ? [service.rows.plain(stanceRow(held))] : [];
        }),
      );
      return answer(c, {
        service,
        formats: ['json', 'ndjson', 'csv'],
        extension,
        columns: ['actor', 'issue', 'value', 'low', 'high', 'n', 'since', 'stale', 'trend', 'stance'],
        query: [
          c.req.query('actor') ? `actor=${actor.join(',')}` : '',
          `at=${at.text}`,
          c.req.query('issue') ? `issue=${issue.join(',')}` : '',
          ...writeEvidence(filter),
        ]
          .filter(Boolean)
          .join('&'),
        find: () => ({
          rows,
          total: rows.length,
          meta: { at: at.text, ...tellEvidence(filter), unseen: snapshot.stances.length - seen.length },
        }),
      });
    }),
  );

  app.get('/stances/:actor/:issue', (c) => {
    const { actor } = c.req.param();
    const { id: issue, extension } = splitExtension(c.req.param('issue'));
    const said = statements(snapshot.stances, actor, issue);
    if (said.length === 0) {
      return problem(
        c,
        404,
        'not-found',
        `Nothing is coded for ${JSON.stringify(actor.slice(0, 40))} on ${JSON.stringify(issue.slice(0, 40))}.`,
        {
          nearest: nearest(issue, ISSUES, 3).map((id) => ({
            id: `${actor}/${id}`,
            href: new URL(`/v1/stances/${actors.includes(actor) ? actor : 'KP'}/${id}`, c.req.url).href,
          })),
        },
      );
    }
    const problems = unknownParameters(c, ['against', ...EVIDENCE_PARAMETERS]);
    const [against] = c.req.query('against') ? readList(c, 'against', actors, problems) : [];
    const filter = readEvidence(c, problems);
    if (problems.length > 0) return badQuery(c, problems);
    const seen = seenStances(snapshot.stances, sources, filter);
    const rows = statements(seen, actor, issue);
    return answer(c, {
      service,
      formats: ['json', 'ndjson', 'csv'],
      extension,
      columns: columns.stances,
      query: [...(against === undefined ? [] : [`against=${against}`]), ...writeEvidence(filter)].join('&'),
      find: () => ({
        rows: rows.map((stance) => service.rows.plain(stance)),
        total: rows.length,
        meta: { ...tellEvidence(filter), unseen: said.length - rows.length },
        // Null below eight codings: too few to smooth.
        included: {
          smoothed: smoothStance(rows),
          ...(against === undefined || rows.length === 0
            ? {}
            : { distance: convergence(rows, statements(seen, against, issue), monthsOf(rows)) }),
        },
      }),
    });
  });
  app.get('/stances/:actor/:issue/explain', (c) => {
    const { actor, issue } = c.req.param();
    const problems = unknownParameters(c, ['at', ...EVIDENCE_PARAMETERS]);
    const at = readDay(c, 'at', LOOKING_FROM, problems);
    const filter = readEvidence(c, problems);
    if (problems.length > 0) return badQuery(c, problems);
    const said = statements(seenStances(snapshot.stances, sources, filter), actor, issue);
    const held = declaredAt(said, at.end);
    if (!held) {
      return problem(
        c,
        404,
        'not-found',
        `Nothing was coded for ${JSON.stringify(actor.slice(0, 40))} on ${JSON.stringify(issue.slice(0, 40))} by ${at.text}.`,
        { nearest: said.slice(0, 1).map(({ date }) => ({ id: date.edtf, href: hrefOf(c, actor, issue, date.edtf) })) },
      );
    }
    const index = said.findIndex(({ id }) => id === held.from);
    const stance = said[index];
    const next = said[index + 1];
    return answer(c, {
      service,
      formats: ['json'],
      extension: undefined,
      query: [`at=${at.text}`, ...writeEvidence(filter)].join('&'),
      find: () => ({
        meta: tellEvidence(filter),
        rows: [
          service.rows.plain({
            at: at.text,
            ...stanceRow(held),
            holds: stance,
            supersedes: said[index - 1]?.id ?? null,
            until: next === undefined ? null : next.date.edtf,
            sources: (stance?.sources ?? []).flatMap((id) => {
              const source = service.record.get('sources', id);
              return source.status === 'found' ? [source.value] : [];
            }),
          }),
        ],
        total: 1,
        single: true,
      }),
    });
  });
  return app;
}

/** The last instant of each month from the first statement to the last. */
function monthsOf(said: readonly Stance[]): number[] {
  const [first, last] = [said[0], said.at(-1)].map((stance) => new Date(stance?.date.start ?? 0)) as [Date, Date];
  const months: number[] = [];
  for (let year = first.getUTCFullYear(), month = first.getUTCMonth() + 1; ; month++) {
    months.push(Date.UTC(year, month, 0, 23, 59, 59));
    if (Date.UTC(year, month) > last.getTime()) return months;
  }
}

const hrefOf = (c: Context, actor: string, issue: string, at: string): string =>
  new URL(`/v1/stances/${actor}/${issue}/explain?at=${at}`, c.req.url).href;

/** A declared stance as a number with its range; `stance` names the signal that holds. */
function stanceRow({ actor, issue, lo, hi, n, since, stale, trend, from }: DeclaredStance) {
  return { actor, issue, value: (lo + hi) / 2, low: lo, high: hi, n, since, stale, trend, stance: from };
}

function readList(c: Context, name: string, codes: readonly string[], problems: QueryProblem[]): readonly string[] {
  const asked = (c.req.query(name) ?? '')
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean);
  for (const code of asked.filter((one) => !codes.includes(one)).slice(0, 10)) {
    const close = nearest(code, codes, 3);
    problems.push({
      code: 'invalid-value',
      parameter: name,
      value: code.slice(0, 100),
      detail: `${JSON.stringify(code.slice(0, 60))} is not a value of ${name}`,
      suggestions: close.length > 0 ? close : codes,
    });
  }
  return asked.length > 0 ? codes.filter((code) => asked.includes(code)) : codes;
}
