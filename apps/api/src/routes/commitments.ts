import { describeDate } from '@peninsula/data/dates';
import type { Commitment } from '@peninsula/data/schema';
import { type Context, Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import { readDay } from '../read/day.ts';
import { answer, unknownParameters } from '../respond/answer.ts';
import { splitExtension } from '../respond/format.ts';
import { badQuery } from '../respond/problem.ts';
import { explainMissing } from './missing.ts';

/** `/v1/documents/{id}/commitments?at=`: what each side undertook, and where it stood on a day. */
export function commitments(service: Service): Hono<Env> {
  return new Hono<Env>().get('/documents/:id/:list', (c, next) => {
    const { id: name, extension } = splitExtension(c.req.param('list'));
    return name === 'commitments' ? list(c, service, extension) : next();
  });
}

export const COMMITMENT_COLUMNS = [
  'n',
  'by',
  'to',
  'issue',
  'text',
  'status',
  'since',
  'note',
  'event',
  'sources',
] as const;

async function list(c: Context, service: Service, extension: string | undefined): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const found = service.record.get('documents', id);
  if (found.status !== 'found') return explainMissing(c, found, id);
  const problems = unknownParameters(c, ['at']);
  const at = readDay(c, 'at', service.record.snapshot.manifest.released, problems);
  if (problems.length > 0) return badQuery(c, problems);
  const { evidence, commitments: all } = found.value;
  const rows = all.map((commitment) => standing(commitment, at.end, (n) => evidence[n - 1]?.source ?? ''));
  return answer(c, {
    service,
    formats: ['json', 'ndjson', 'csv'],
    extension,
    columns: COMMITMENT_COLUMNS,
    query: `at=${at.text}`,
    find: () => ({
      rows: rows.map((row) => service.rows.plain(row)),
      total: rows.length,
      meta: { at: describeDate(at.text, 'UTC'), document: id },
    }),
  });
}

/** A commitment as it stood by an instant; `pending` from the start, null before the document was made. */
function standing(commitment: Commitment, by: number, sourceOf: (n: number) => string) {
  const history = commitment.status.filter(({ date }) => Date.parse(date.start ?? '') <= by);
  const last = history.at(-1);
  const { n, by: who, to, issue, text } = commitment;
  return {
    n,
    by: who,
    to,
    issue,
    text,
    status: last?.status ?? null,
    since: last?.date.edtf ?? null,
    note: last?.note ?? null,
    event: last?.event ?? null,
    sources: (last?.evidence ?? []).map(sourceOf).filter(Boolean),
    history: history.map(({ date, status, note, event }) => ({ date: date.edtf, status, note, event })),
  };
}
