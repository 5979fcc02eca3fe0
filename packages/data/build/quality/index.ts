import type { AuthoredDataset, Quality, Tables } from '../../src/schema/index.ts';
import { coverageOf, launchesOf, silencesOf } from './coverage.ts';
import { commitmentsOf, disagreementOf, evidenceOf, languagesOf, linksOf, sourcesOf } from './evidence.ts';
import { brokenReferences } from './references.ts';
import { reliabilityOf } from './reliability.ts';
import { share, tally } from './tally.ts';

export type { Tables } from '../../src/schema/index.ts';

/** The six actors whose silence in the record would be a gap. */
export const MAJOR = ['KP', 'US', 'CN', 'KR', 'JP', 'RU'];

/** The quality report, counted from the published tables themselves. */
export function qualityOf(dataset: AuthoredDataset, tables: Tables): Quality {
  const { events, sources } = tables;
  const single = events.filter(({ coding }) => coding.review === 'draft' || coding.review === 'single-coded').length;
  return {
    release: dataset.release,
    evidence: evidenceOf(events, sources),
    sources: sourcesOf(sources),
    disagreement: disagreementOf(events),
    commitments: commitmentsOf(tables),
    review: tally(events.map(({ coding }) => coding.review)),
    confidence: tally(events.map(({ coding }) => coding.confidence)),
    unreviewed: share(single, events.length),
    languages: languagesOf(events),
    terms: tables.stances.filter(({ term }) => term !== undefined).length,
    links: linksOf(events),
    brokenReferences: brokenReferences(tables),
    coverage: coverageOf(events),
    launches: launchesOf(events),
    silences: silencesOf(events, dataset, MAJOR),
    reliability: reliabilityOf(tables),
  };
}
