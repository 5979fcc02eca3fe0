import { Manifest, Quality, type Snapshot, TABLES } from '@peninsula/data/schema';
import * as z from 'zod';
import { PROBLEMS } from '../respond/problem.ts';
import { about } from './about.ts';
import { claims } from './claims.ts';
import { events } from './events.ts';
import type { Examples, Json } from './parts.ts';
import { relations } from './relations.ts';
import { releases } from './releases.ts';
import { stances } from './stances.ts';
import { tables } from './tables.ts';

/** The OpenAPI 3.1 document: made from the same tables and fields the routes run on, written at build. */
export function openapi(manifest: Snapshot['manifest'], examples: Examples): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: manifest.title,
      version: manifest.release,
      description: manifest.description,
      license: { name: 'CC BY 4.0 (data), Apache-2.0 (code)', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: '/' }],
    paths: Object.assign(
      {},
      ...[about, events, tables, claims, stances, relations, releases].map((paths) => paths(examples)),
    ) as Json,
    components: { schemas: { ...componentSchemas(), Problem: problemSchema }, responses: responses() },
  };
}

function responses(): Json {
  const named = {
    BadRequest: 'invalid-value',
    NotFound: 'not-found',
    NotAcceptable: 'not-acceptable',
    Gone: 'gone',
    TooManyRequests: 'too-many-requests',
  } as const;
  return Object.fromEntries(
    Object.entries(named).map(([name, type]) => [
      name,
      {
        description: PROBLEMS[type],
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

export function componentSchemas(): Record<string, Json> {
  const schemas = { ...TABLES, manifest: Manifest, quality: Quality };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { target: 'draft-2020-12' }) as Json;
      delete json['$schema'];
      return [name, json];
    }),
  );
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'request_id'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'parameter', 'value', 'detail', 'suggestions'],
        properties: { suggestions: { type: 'array', items: { type: 'string' } } },
      },
    },
    nearest: { type: 'array', items: { type: 'object', required: ['id', 'href'] } },
  },
};
