import type { Snapshot } from '../schema/index.ts';

/**
 * The record as it could have been on a day (YYYY-MM-DD): events and stances that some source had published by then, documents dated
 * by then. What has no dated source is left out: the record never claims something was known earlier than it can show.
 */
export function asKnownBy(snapshot: Snapshot, day: string): Snapshot {
  const known = (at: string | null) => at !== null && at <= day;
  return {
    ...snapshot,
    events: snapshot.events.filter(({ knownAt }) => known(knownAt)),
    stances: snapshot.stances.filter(({ knownAt }) => known(knownAt)),
    documents: snapshot.documents.filter(({ date }) => known(date.edtf.slice(0, 10))),
  };
}
