import type { PeninsulaRecord } from '@peninsula/data/query';
import type { Hono } from 'hono';
import type { AnswerCache } from './respond/cache.ts';
import type { RowStore } from './respond/rows.ts';

/** What every handler can reach. */
export interface Service {
  readonly record: PeninsulaRecord;
  readonly openapi: object;
  readonly answers: AnswerCache;
  readonly rows: RowStore;
}

export interface Env {
  Variables: { requestId: string };
}

export type Router = Hono<Env>;
