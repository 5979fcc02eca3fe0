import type { Source, Stance } from '../schema/index.ts';

/** Which evidence counts: models and stances recompute from what it leaves. */
export interface EvidenceFilter {
  /** Only what a source from one of these countries tells: the record as seen from there. */
  readonly sourceCountries?: readonly string[];
  /** Only what a source of one of these kinds tells. */
  readonly sourceKinds?: readonly string[];
  /** Only what a source in one of these languages tells. */
  readonly sourceLangs?: readonly string[];
  /** Leave these sources out; what has no other falls away. */
  readonly withoutSources?: readonly string[];
  /** Only what some source had published by this day (YYYY-MM-DD). */
  readonly knownBy?: string;
}

/** What a filter reads of a source; kind and language only where it asks for them. */
export type EvidenceSource = Pick<Source, 'country'> & Partial<Pick<Source, 'kind' | 'lang'>>;

/** Whether something known since `knownAt` from these sources stays under a filter: one source that passes is enough. */
export function supported(
  known: { readonly knownAt: string | null; readonly sources: readonly string[] },
  about: ReadonlyMap<string, EvidenceSource>,
  { sourceCountries, sourceKinds, sourceLangs, withoutSources, knownBy }: EvidenceFilter,
): boolean {
  if (knownBy !== undefined && (known.knownAt === null || known.knownAt > knownBy)) return false;
  if (!sourceCountries && !sourceKinds && !sourceLangs && !withoutSources) return true;
  const among = (allowed: readonly string[] | undefined, value: string | null | undefined) =>
    allowed === undefined || (typeof value === 'string' && allowed.includes(value));
  return known.sources.some((id) => {
    if (withoutSources?.includes(id) === true) return false;
    const source = about.get(id);
    return (
      among(sourceCountries, source?.country) && among(sourceKinds, source?.kind) && among(sourceLangs, source?.lang)
    );
  });
}

/** Stance signals that some source within the filter supports. */
export function seenStances(
  stances: readonly Stance[],
  about: ReadonlyMap<string, EvidenceSource>,
  filter: EvidenceFilter,
): readonly Stance[] {
  return stances.filter((stance) => supported(stance, about, filter));
}
