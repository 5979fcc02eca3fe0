import type { PeninsulaRecord } from '../query/contract.ts';
import type { Claim, Verdict } from '../schema/index.ts';
import type { Check } from './check.ts';

/** Verdicts on the line from no to yes; the others are not points on it and carry no number. */
const ORDINAL: Partial<Record<Verdict, number>> = {
  'not-supported': 1,
  'supported-with-qualification': 2,
  supported: 3,
};

const WORDS: Record<Verdict, string> = {
  supported: 'Supported',
  'supported-with-qualification': 'Supported with qualification',
  'definition-dependent': 'Depends on the definition',
  contested: 'Contested',
  'not-supported': 'Not supported',
  'insufficient-evidence': 'Insufficient evidence',
  'not-checkable': 'Not checkable',
};

/** A check as schema.org ClaimReview (JSON-LD). `site` is where the pages of the dashboard live, without a slash at the end. */
export function claimReview(record: PeninsulaRecord, claim: Claim, { verdict }: Check, site: string): object {
  const text = record.get('documents', claim.text);
  const source = text.status === 'found' ? record.get('sources', text.value.evidence[0]?.source ?? '') : null;
  const { release, released, licence } = record.snapshot.manifest;
  const rating = ORDINAL[verdict];
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': `${site}/claims/${claim.id}`,
    url: `${site}/claims/${claim.id}`,
    inLanguage: 'en',
    datePublished: released,
    version: release,
    license: licence === 'CC-BY-4.0' ? 'https://creativecommons.org/licenses/by/4.0/' : licence,
    author: { '@type': 'Organization', name: 'Peninsula', url: site },
    claimReviewed: claim.paraphrase.en,
    itemReviewed: {
      '@type': 'Claim',
      text: claim.paraphrase.en,
      ...(text.status === 'found' ? { datePublished: text.value.date.edtf } : {}),
      ...(source?.status === 'found'
        ? {
            author: authorsOf(text.status === 'found' ? text.value.authors : [], source.value.publisher),
            appearance: {
              '@type': 'CreativeWork',
              url: source.value.url,
              headline: text.status === 'found' ? text.value.title.en : source.value.publisher,
            },
          }
        : {}),
    },
    reviewRating: {
      '@type': 'Rating',
      alternateName: WORDS[verdict],
      ...(rating === undefined ? {} : { ratingValue: rating, worstRating: 1, bestRating: 3 }),
    },
    reviewBody: claim.reason.en,
  };
}

function authorsOf(persons: readonly string[], publisher: string): object {
  return persons.length > 0
    ? persons.map((name) => ({ '@type': 'Person', name }))
    : { '@type': 'Organization', name: publisher };
}
