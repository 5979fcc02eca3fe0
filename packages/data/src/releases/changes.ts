import type { Event, Manifest } from '../schema/index.ts';

/** A correction on record, or a release: what a subscriber wants to hear of. */
export interface Change {
  readonly date: string;
  readonly kind: 'release' | 'correction';
  readonly id: string;
  readonly what: string;
  readonly why: string;
}

/** Corrections and releases, newest first; of one day in order of id. */
export function listChanges(events: readonly Event[], releases: readonly Manifest[]): Change[] {
  const corrections = events.flatMap((event) =>
    event.revisions.map(({ on, what, why }): Change => ({ date: on, kind: 'correction', id: event.id, what, why })),
  );
  const published = releases.map(({ release, released, counts }): Change => ({
    date: released,
    kind: 'release',
    id: release,
    what: `release ${release}`,
    why: `${counts['events'] ?? 0} events, ${counts['sources'] ?? 0} sources, ${counts['documents'] ?? 0} documents, ${counts['stances'] ?? 0} positions.`,
  }));
  return [...corrections, ...published].sort((a, b) =>
    a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1,
  );
}
