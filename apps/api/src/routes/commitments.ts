import { describeDate } from '@peninsula/data/dates';
import { commitmentsBy } from '@peninsula/data/query';
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
  const rows = commitmentsBy(found.value, at.end);
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
