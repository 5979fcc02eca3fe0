import { AsyncLocalStorage } from 'node:async_hooks';
import { gunzipSync } from 'node:zlib';
import { read } from '$app/server';
import { openRecord, type PeninsulaRecord } from '@peninsula/data';
import { readSnapshot } from '@peninsula/data/releases';
import type { Snapshot } from '@peninsula/data/schema';
import { snapshot } from '@peninsula/data/snapshot';

/** The newest release, opened once for the life of the server. */
const newest = openRecord(snapshot);

/** Names the content of the newest release. */
export const digest: string = snapshot.manifest.digest;

/** Earlier releases by number: the archive of the repository, packed with the site. */
const archive = new Map(
  Object.entries(
    import.meta.glob<string>('../../../../../releases/*.json.gz', { query: '?url', import: 'default', eager: true }),
  ).map(([file, url]) => [/([\d.]+)\.json\.gz$/.exec(file)?.[1] ?? '', url]),
);
const opened = new Map<string, Promise<PeninsulaRecord>>();
const asked = new AsyncLocalStorage<PeninsulaRecord>();

/** The record this request is answered from: the newest release, or the one its address pins with `as_of`. */
export const record = (): PeninsulaRecord => asked.getStore() ?? newest;

/** Releases a page can be pinned to, oldest first. */
export const releases = (): readonly string[] => [
  ...[...archive.keys()].filter((release) => release !== newest.release).sort(),
  newest.release,
];

/** A release by its number, opened at its first use; null where nobody made it. */
export async function openRelease(release: string): Promise<PeninsulaRecord | null> {
  if (release === newest.release) return newest;
  const url = archive.get(release);
  if (url === undefined) return null;
  let known = opened.get(release);
  if (!known) {
    known = read(url)
      .arrayBuffer()
      .then((bytes) => openRecord(readSnapshot(JSON.parse(gunzipSync(bytes).toString('utf8')) as Snapshot)));
    opened.set(release, known);
  }
  return known;
}

/** Answers from one release; null where nobody made it. */
export async function answerFrom<T>(release: string, answer: () => Promise<T>): Promise<T | null> {
  if (release === newest.release) return answer();
  const found = await openRelease(release);
  return found && asked.run(found, answer);
}

/** Where the API of this site answers, without a slash at the end. */
export const api = (process.env['PUBLIC_API'] ?? 'http://localhost:8787').replace(/\/+$/, '');

/** Where this site answers: `ORIGIN` where it is set, else as the request came; a machine of one's own speaks plain HTTP. */
export const originOf = ({ hostname, host, origin }: URL): string =>
  (process.env['ORIGIN'] ?? (/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) ? `http://${host}` : origin)).replace(
    /\/+$/,
    '',
  );
