import type { Service } from '../context.ts';
import type { Answer } from './send.ts';

/**
 * Strong tag from what determines the bytes: the data's digest, the canonical request, the format. It never hashes the body, so a
 * 304 costs no query.
 */
export function entityTag({
  release,
  digest,
  key,
  format,
}: Pick<Answer, 'release' | 'digest' | 'key' | 'format'>): string {
  return `"${release}-${fnv(`${digest}\n${format}\n${key}`)}"`;
}

/** Tag of a file of the build, whose bytes its path and the release determine. */
export function fileTag({ record }: Service, path: string): string {
  const { release, snapshot } = record;
  return entityTag({ release, digest: snapshot.manifest.digest, key: path, format: 'json' });
}

/** Whether the tags a client has include this one. */
export function isCurrent(header: string | null | undefined, etag: string): boolean {
  if (header === undefined || header === null) return false;
  return header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** 64 bits of FNV-1a as two seeded halves: short, and the same in every runtime. */
function fnv(text: string): string {
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193) >>> 0;
    b = Math.imul(b ^ code, 0x01000197) >>> 0;
  }
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
}
