import type { QueryProblem } from '@peninsula/data/query';
import { compareReleases, listChanges } from '@peninsula/data/releases';
import { type Context, Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import { atom, type Entry, jsonFeed } from '../render/feeds.ts';
import { answer, type Renders, unknownParameters, wrongCode } from '../respond/answer.ts';
import { splitExtension, withEndings } from '../respond/format.ts';
import { badQuery } from '../respond/problem.ts';
import { explainMissing } from './missing.ts';

/** `/v1/releases`, `/v1/diff`, `/v1/changes`, `/v1/events/{id}/history`: what was published when, and what changed. */
export function releases(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/releases', (c) => listReleases(c, service));
  app.get('/diff', (c) => diff(c, service));
  withEndings('/changes', (path, extension) => app.get(path, (c) => changes(c, service, extension)));
  app.get('/events/:id/history', (c) => history(c, service));
  return app;
}

function listReleases(c: Context, service: Service): Response {
  const problems = unknownParameters(c, []);
  if (problems.length > 0) return badQuery(c, problems);
  return answer(c, {
    service,
    formats: ['json'],
    extension: undefined,
    query: '',
    find: () => ({
      rows: service.releases.map(({ release, released, digest, counts }) =>
        service.rows.plain({ release, released, digest, counts }),
      ),
      total: service.releases.length,
    }),
  });
}

async function diff(c: Context, service: Service): Promise<Response> {
  const problems = unknownParameters(c, ['from', 'to']);
  const names = service.releases.map(({ release }) => release);
  const read = (name: string, preset: string | undefined): string => {
    const value = c.req.query(name) || preset || '';
    if (!names.includes(value)) problems.push(wrongCode(name, value, names));
    return value;
  };
  const [from, to] = [read('from', names.at(-2) ?? names[0]), read('to', names.at(-1))];
  if (problems.length > 0) return badQuery(c, problems);
  const [before, after] = await Promise.all([service.load(from), service.load(to)]);
  return answer(c, {
    service,
    formats: ['json'],
    extension: undefined,
    query: `from=${from}&to=${to}`,
    find: () => ({
      rows: [service.rows.plain(compareReleases(before, after))],
      total: 1,
      single: true,
    }),
  });
}

/** Corrections on record and releases, newest first: what a subscriber wants to hear of. */
function changes(c: Context, service: Service, extension: string | undefined): Response {
  const problems = unknownParameters(c, ['since']);
  const since = readSince(c, problems);
  if (problems.length > 0) return badQuery(c, problems);
  const rows = listChanges(service.record.list('events'), service.releases).filter(({ date }) => date >= since);
  const entries = (origin: string): Entry[] =>
    rows.map(({ kind, id, date, what, why }) => ({
      id: `${origin}/v1/changes#${id}-${date}`,
      url: kind === 'release' ? `${origin}/v1/releases` : `${origin}/v1/events/${id}`,
      title: kind === 'release' ? `Release ${id}` : `${id}: ${what}`,
      text: why,
      day: date,
    }));
  const renders: Renders = {
    atom: (_found, about) => atom(entries(about.origin), about, 'Peninsula: changes'),
    jsonfeed: (_found, about) => jsonFeed(entries(about.origin), about, 'Peninsula: changes'),
  };
  return answer(c, {
    service,
    formats: ['json', 'ndjson', 'csv'],
    extension,
    columns: ['date', 'kind', 'id', 'what', 'why'],
    query: since === '' ? '' : `since=${since}`,
    renders,
    find: () => ({ rows: rows.map((row) => service.rows.plain(row)), total: rows.length }),
  });
}

function readSince(c: Context, problems: QueryProblem[]): string {
  const text = c.req.query('since') ?? '';
  if (text === '' || DAY.test(text)) return text;
  problems.push({
    code: 'invalid-date',
    parameter: 'since',
    value: text.slice(0, 40),
    detail: `${JSON.stringify(text.slice(0, 40))} is not a day`,
    suggestions: ['2026-01-01'],
  });
  return '';
}
const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** One event through the releases: in which it first stood, in which it changed and in which fields, and its corrections. */
async function history(c: Context, service: Service): Promise<Response> {
  const { id } = splitExtension(c.req.param('id') ?? '');
  const problems = unknownParameters(c, []);
  if (problems.length > 0) return badQuery(c, problems);
  const found = service.record.get('events', id);
  if (found.status !== 'found') return explainMissing(c, found, id);
  const snapshots = await Promise.all(service.releases.map(({ release }) => service.load(release)));
  const states = snapshots.map(({ manifest, events }) => ({
    release: manifest.release,
    released: manifest.released,
    event: events.find((one) => one.id === id) as Record<string, unknown> | undefined,
  }));
  const rows = states.flatMap(({ release, released, event }, i) => {
    if (!event) return [];
    const before = states[i - 1]?.event;
    const fields = before
      ? Object.keys(event).filter(
          (field) => field !== 'linkedFrom' && JSON.stringify(event[field]) !== JSON.stringify(before[field]),
        )
      : [];
    const what = before === undefined ? 'added' : fields.length > 0 ? 'changed' : 'unchanged';
    return what === 'unchanged' ? [] : [{ release, released, what, fields }];
  });
  return answer(c, {
    service,
    formats: ['json'],
    extension: undefined,
    query: '',
    find: () => ({
      rows: rows.map((row) => service.rows.plain(row)),
      total: rows.length,
      included: { revisions: found.value.revisions },
    }),
  });
}
