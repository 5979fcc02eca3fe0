import jsonld from 'jsonld';
import type { ClaimReview, Event, WithContext } from 'schema-dts';
import { expect, test } from 'vitest';
import { text } from './stored.ts';

const schema = 'https://schema.org/';
// The one context our documents name, as far as they use it; nothing is fetched.
const documentLoader = () =>
  Promise.resolve({
    contextUrl: undefined,
    documentUrl: schema,
    document: { '@context': { '@vocab': schema, id: '@id', type: '@type' } },
  });
const expand = (document: object) => jsonld.expand(document as never, { documentLoader } as never);

test('events expand to schema.org events with dates, places and sources', async () => {
  const document = JSON.parse(await text('/v1/events/stockholm-talks-2019?format=jsonld')) as WithContext<Event>;
  const expanded = await expand(document);
  const found = JSON.stringify(expanded);
  expect(found).toContain(`${schema}Event`);
  expect(found).toContain('2019-10-05');
  expect(found).toContain(`${schema}startDate`);
  const quads = (await jsonld.toRDF(document as never, { documentLoader } as never)) as unknown as object[];
  expect(quads.length).toBeGreaterThan(10);
});

test('a claim is a ClaimReview with its verdict, its author and what it reviews', async () => {
  const review = JSON.parse(await text('/v1/claims/article-ten-srbm-tests?format=jsonld')) as WithContext<ClaimReview>;
  expect(review).toMatchObject({ '@type': 'ClaimReview', '@context': 'https://schema.org' });
  // What search engines ask of a ClaimReview: https://schema.org/ClaimReview and its itemReviewed, reviewRating, author, url.
  for (const key of ['url', 'claimReviewed', 'author', 'reviewRating', 'itemReviewed', 'datePublished'])
    expect(review, key).toHaveProperty(key);
  const expanded = JSON.stringify(await expand(review));
  expect(expanded).toContain(`${schema}alternateName`);
});

test('a list is a graph of one node per event', async () => {
  const expanded = await expand(JSON.parse(await text('/v1/events.jsonld?type=summit&limit=5')) as object);
  expect(JSON.stringify(expanded).match(/hanoi|summit/gi)?.length ?? 0).toBeGreaterThan(0);
});
