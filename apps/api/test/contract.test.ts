import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { document, get } from './app.ts';

interface Parameter {
  name: string;
  in: 'query' | 'path';
  required?: boolean;
  example?: unknown;
  schema: { enum?: string[]; default?: unknown; type?: string };
}
interface Operation {
  operationId: string;
  parameters: Parameter[];
  responses: Record<string, { content?: Record<string, { schema: object }>; $ref?: string }>;
}

const operations = Object.entries(document.paths as unknown as Record<string, { get?: Operation }>).flatMap(
  ([path, { get: operation }]) => (operation ? [{ path, operation }] : []),
);

// Compiled schemas need `new Function`, which workerd forbids; there the shapes are checked by required keys alone.
const canCompile = !('WebSocketPair' in globalThis);
const ajv = new Ajv2020.default({ strict: false, allErrors: true });
addFormats.default(ajv);
if (canCompile) ajv.addSchema(document, 'openapi');

function check(schema: object, body: unknown): void {
  if (!canCompile) {
    for (const key of (schema as { required?: string[] }).required ?? []) expect(body).toHaveProperty(key);
    return;
  }
  const validate = ajv.compile(rewrite(schema) as object);
  expect(validate(body) ? [] : validate.errors?.slice(0, 3)).toEqual([]);
}

/** `#/components/…` means the document, wherever the schema is compiled. */
function rewrite(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components'));
}

function fill(path: string, parameters: Parameter[]): string {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const filled = inPath.reduce(
    (text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(String(example))),
    path,
  );
  const required = parameters.filter((parameter) => parameter.in === 'query' && parameter.required === true);
  const query = required.map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`).join('&');
  return query === '' ? filled : `${filled}?${query}`;
}

const join = (path: string, more: string) => `${path}${path.includes('?') ? '&' : '?'}${more}`;

test('the document is OpenAPI 3.1 with unique operation ids', () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(operations)('$path answers as documented', async ({ path, operation }) => {
  const url = fill(path, operation.parameters);
  const answer = await get(url);
  expect(operation.responses, `${url}: ${answer.text.slice(0, 300)}`).toHaveProperty(String(answer.status));
  expect(answer.status, url).toBe(operation.responses['200'] ? 200 : 302);
  if (answer.status === 302) return;
  const media = Object.entries(operation.responses['200']?.content ?? {});
  const type = (answer.headers.get('content-type') ?? '').split(';')[0];
  const found = media.find(([name]) => name === type);
  expect(found, `${url} gave ${type ?? ''}`).toBeDefined();
  if (answer.json !== undefined && found) check(found[1].schema, answer.json);

  for (const [name] of media) {
    const negotiated = await get(url, { accept: name });
    expect(negotiated.headers.get('content-type')).toContain(name);
  }
});

const queryable = operations.filter(({ operation }) =>
  operation.parameters.some((parameter) => parameter.in === 'query'),
);

test.each(queryable)('$path takes every parameter it documents, and refuses others', async ({ path, operation }) => {
  const base = fill(path, operation.parameters);
  for (const parameter of operation.parameters.filter(
    (candidate) => candidate.in === 'query' && candidate.required !== true,
  )) {
    const { name, example, schema } = parameter;
    const values = schema.enum ?? [example ?? schema.default].filter((value) => value !== undefined).map(String);
    for (const value of values) {
      const { status, text } = await get(join(base, `${name}=${encodeURIComponent(value)}`));
      expect(status, `${name}=${value}: ${text.slice(0, 300)}`).toBe(200);
    }
  }
  const refused = await get(join(base, 'no_such_parameter=1'));
  expect(refused.status).toBe(400);
  check({ $ref: '#/components/schemas/Problem' }, refused.json);
});

const byId = operations.filter(({ path }) => path.includes('{'));

test.each(byId)('$path answers an unknown id with a 404 of the documented shape', async ({ path }) => {
  const { status, json } = await get(path.replaceAll(/\{\w+\}/g, 'nothing-of-the-kind'));
  expect(status).toBe(404);
  check({ $ref: '#/components/schemas/Problem' }, json);
});

const ENDINGS: Record<string, string> = {
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'text/csv': 'csv',
  'application/ld+json': 'jsonld',
  'application/geo+json': 'geojson',
  'text/calendar': 'ics',
  'application/atom+xml': 'atom',
  'application/feed+json': 'jsonfeed',
};
const endingsOf = (operation: Operation) =>
  Object.keys(operation.responses['200']?.content ?? {}).flatMap((media) => ENDINGS[media] ?? []);

test('every list ends in each of its formats too', async () => {
  for (const { path, operation } of operations) {
    if (!operation.responses['200']?.content?.['application/x-ndjson']) continue;
    for (const ending of endingsOf(operation)) {
      const url = fill(path, operation.parameters).replace(/(\?|$)/, `.${ending}$1`);
      expect((await get(url)).status, url).toBe(200);
    }
  }
});
