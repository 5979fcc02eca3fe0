import { snapshot } from '@peninsula/data/snapshot';
import type { Manifest, Snapshot } from '@peninsula/data/schema';
import { type AppOptions, createApp } from './app.ts';
import type { BulkFile } from './context.ts';
import bulk from './generated/bulk.json' with { type: 'json' };
import earlier from './generated/earlier.json' with { type: 'json' };
import openapi from './generated/openapi.json' with { type: 'json' };
import type { Files } from './routes/files.ts';

/** The API over the current release, with the files and the earlier releases that the build stored. */
export function storedApp(files: Files, more: Pick<AppOptions, 'log' | 'limit'> = {}) {
  const load = async (release: string): Promise<Snapshot> => {
    const stored = await files(`releases/${release}.json`);
    if (!stored) throw new Error(`the snapshot of release ${release} is not stored`);
    return (await new Response(stored.body).json()) as Snapshot;
  };
  return createApp(snapshot, {
    openapi,
    bulk: bulk as Readonly<Record<string, readonly BulkFile[]>>,
    files,
    earlier: (earlier as unknown as Manifest[]).map((manifest) => ({ manifest, load: () => load(manifest.release) })),
    ...more,
  });
}
