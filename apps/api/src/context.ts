import type { PeninsulaRecord } from '@peninsula/data/query';
import type { Manifest, Snapshot } from '@peninsula/data/schema';
import type { Hono } from 'hono';
import type { Finished } from './respond/cache.ts';
import type { RowStore } from './respond/rows.ts';
import type { Files } from './routes/files.ts';

/** A file of a bulk download, as the build listed it. */
export interface BulkFile {
  readonly name: string;
  readonly table: string;
  readonly format: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
}

/** What every handler can reach. */
export interface Service {
  readonly record: PeninsulaRecord;
  readonly rows: RowStore;
  /** Releases up to this one, oldest first. */
  readonly releases: readonly Manifest[];
  /** The snapshot of a release; rejects for one that is not in `releases`. */
  readonly load: (release: string) => Promise<Snapshot>;
  readonly files: Files;
  readonly bulk: ReadonlyMap<string, readonly BulkFile[]>;
}

export interface Env {
  Variables: {
    requestId: string;
    /** What `send` made, for the cache around it. */
    finished?: Finished;
    /** The limit a client is under, as `RateLimit-Policy` says it. */
    ratePolicy?: string;
    /** What the limiter on Node counted for this client. */
    rateLimit?: { readonly limit: number; readonly remaining: number; readonly resetTime?: Date };
    /** True where the answer gets more than its handler made, and is not kept. */
    unkept?: boolean;
    /** True where the answer came whole from the cache, with all its headers. */
    whole?: boolean;
  };
}

export type Router = Hono<Env>;
