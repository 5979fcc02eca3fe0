import type { QueryProblem } from '@peninsula/data/query';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Kinds of problem, each with the page its `type` points to. */
export const PROBLEMS = {
  'unknown-parameter': 'The request names a parameter that does not exist.',
  'invalid-value': 'A parameter has a value outside its codes or form.',
  'invalid-date': 'A date is not EDTF level 1.',
  'conflicting-parameters': 'Two parameters contradict each other, so nothing could match.',
  'cursor-mismatch': 'The cursor belongs to another query or another release.',
  'too-large': 'The request asks for more than one answer may hold.',
  'not-found': 'There is no such record or path.',
  gone: 'The record was withdrawn or split; the answer says why and where to go.',
  'not-acceptable': 'The resource does not exist in the format asked for.',
  'method-not-allowed': 'The API only reads.',
  'too-many-requests':
    'More requests came from one client than the service answers in a minute; Retry-After says when to come back.',
  'uri-too-long': 'The URL is longer than any useful query.',
  internal: 'Something failed on our side.',
} as const;

export type ProblemType = keyof typeof PROBLEMS;

/** An RFC 9457 answer. `extra` adds members such as `errors` or `nearest`. */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  type: ProblemType,
  detail: string,
  extra: Record<string, unknown> = {},
): Response {
  const body = {
    type: new URL(`/problems/${type}`, c.req.url).href,
    title: PROBLEMS[type],
    status,
    detail,
    instance: new URL(c.req.url).pathname,
    request_id: c.get('requestId') as string,
    ...extra,
  };
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': status === 410 ? 'public, max-age=3600' : 'no-store',
  });
}

/** A 400 that lists every problem of the query, each with a way out. */
export function badQuery(c: Context, problems: readonly QueryProblem[]): Response {
  const [first] = problems;
  return problem(c, 400, first?.code ?? 'invalid-value', problems.map(({ detail }) => detail).join('; '), {
    errors: problems,
  });
}
