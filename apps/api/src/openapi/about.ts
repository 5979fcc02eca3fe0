import { PROBLEMS } from '../respond/problem.ts';
import { get, inPath, plain, type Paths, ref, row, single } from './parts.ts';

export const about = (): Paths => ({
  '/v1': get({
    summary: 'The release, and every resource with its address',
    id: 'index',
    answer: single({ type: 'object' }),
  }),
  '/v1/quality': get({
    summary: 'The quality report: evidence, balance of sources, coverage, launches per year, agreement of two codings',
    id: 'getQuality',
    answer: single(ref('quality')),
  }),
  '/v1/schema/{name}': plain(
    'JSON Schema of a published table',
    'getSchema',
    'application/schema+json',
    [inPath('name', 'events.json')],
    true,
  ),
  '/healthz': {
    get: {
      operationId: 'health',
      summary: 'Whether the service answers',
      parameters: [],
      responses: {
        200: { description: 'It does', content: { 'application/json': { schema: row('status', 'release') } } },
      },
    },
  },
  '/openapi.json': plain('This document', 'openapi', 'application/vnd.oai.openapi+json'),
  '/problems/{type}': plain(
    'What a kind of problem means',
    'problemPage',
    'text/html',
    [inPath('type', 'unknown-parameter', { enum: Object.keys(PROBLEMS) })],
    true,
  ),
});
