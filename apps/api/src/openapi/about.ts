import { PROBLEMS } from '../respond/problem.ts';
import { get, inPath, type Json, list, plain, type Paths, query, ref, row, single } from './parts.ts';

const text = (): Json => ({ type: 'string' });

/** Model Context Protocol speaks JSON-RPC, so only its envelope is described. */
const mcp: Json = {
  post: {
    operationId: 'mcp',
    summary: 'Model Context Protocol over Streamable HTTP, stateless: search, get_event, stance_at, explain and more',
    parameters: [],
    requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
    responses: {
      200: { description: 'A JSON-RPC answer', content: { 'application/json': { schema: { type: 'object' } } } },
      202: { description: 'A notification taken' },
      400: { description: 'Not a JSON-RPC message' },
      413: { description: 'More than 64 KiB' },
    },
  },
};

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
    true,
  ),
  '/v1/suggest': get({
    summary: 'What a reader may mean, as they type',
    id: 'suggest',
    parameters: [query('q', { type: 'string', maxLength: 100 }, 'First letters', { required: true, example: 'stock' })],
    answer: list(row('table', 'id', 'title', 'lang', 'href')),
  }),
  '/mcp': mcp,
  '/docs': plain('This document to look at and try', 'docs', 'text/html'),
  '/docs/{file}': plain(
    'A file of the viewer',
    'docsFile',
    'text/javascript',
    [inPath('file', 'start.js', text())],
    true,
  ),
  '/llms.txt': plain('What a language model should know', 'llms', 'text/plain'),
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
