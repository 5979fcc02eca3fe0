import type { Snapshot } from '../schema/index.ts';

/**
 * A snapshot of any release in the shape of this one: tables and fields that a later release added are there, empty. Nothing is changed
 * or left out.
 */
export function readSnapshot(stored: Snapshot): Snapshot {
  const old = stored as Partial<Snapshot> & Pick<Snapshot, 'documents'>;
  return {
    ...stored,
    claims: old.claims ?? [],
    rules: old.rules ?? [],
    codings: old.codings ?? [],
    documents: old.documents.map((document) => ({
      ...document,
      authors: (document as { authors?: string[] }).authors ?? [],
    })),
  };
}
