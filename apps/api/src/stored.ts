import { readSnapshot } from '@peninsula/data/releases';
import type { Manifest, Snapshot } from '@peninsula/data/schema';
import { type App, type AppOptions, createApp } from './app.ts';
import type { BulkFile } from './context.ts';
import bulk from './generated/bulk.json' with { type: 'json' };
import current from './generated/current.json' with { type: 'json' };
import earlier from './generated/earlier.json' with { type: 'json' };
import type { Files } from './routes/files.ts';

/**
 * The API over the current release, with the files and the earlier releases that the build stored. The record is one of those files: so a
 * worker stays small and starts at once, and reads its record at the first request.
 */
export async function storedApp(files: Files, more: Pick<AppOptions, 'log' | 'limit' | 'turn'> = {}): Promise<App> {
  const load = async (release: string): Promise<Snapshot> => {
    const stored = await files(`releases/${release}.json`);
    if (!stored) throw new Error(`the snapshot of release ${release} is not stored; build the assets anew`);
    return readSnapshot((await new Response(stored.body).json()) as Snapshot);
  };
  return createApp(await load(current.release), {
    bulk: bulk as Readonly<Record<string, readonly BulkFile[]>>,
    files,
    earlier: (earlier as unknown as Manifest[]).map((manifest) => ({ manifest, load: () => load(manifest.release) })),
    ...more,
  });
}
