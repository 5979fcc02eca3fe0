import { type Event, OFFICIAL_KINDS, type Quality, type Source } from '../../src/schema/index.ts';
import { LANGS } from '../../src/schema/lists.ts';
import type { Tables } from './index.ts';
import { share, tally } from './tally.ts';

/** What events rest on. */
export function evidenceOf(events: readonly Event[], sources: readonly Source[]): Quality['evidence'] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const of = ({ evidence }: Event) => evidence.flatMap(({ source }) => byId.get(source) ?? []);
  const official = events.filter((event) => of(event).some(({ kind }) => OFFICIAL_KINDS.includes(kind)));
  const isOfficial = new Set(official);
  const independent = events.filter(
    (event) => !isOfficial.has(event) && new Set(of(event).map(({ publisher }) => publisher)).size > 1,
  );
  const cited = events.reduce((sum, { evidence }) => sum + evidence.length, 0);
  return {
    events: events.length,
    official: share(official.length, events.length),
    independent: share(independent.length, events.length),
    singleSource: share(events.length - official.length - independent.length, events.length),
    sourcesPerEvent: Math.round((cited / Math.max(1, events.length)) * 100) / 100,
    quotations: events.reduce(
      (sum, { evidence, outcomes }) =>
        sum + [...evidence, ...outcomes].filter(({ quote }) => quote !== undefined).length,
      0,
    ),
  };
}

/** Who published what the record rests on. */
export function sourcesOf(sources: readonly Source[]): Quality['sources'] {
  return {
    n: sources.length,
    countries: tally(sources.map(({ country }) => country ?? 'unknown')),
    kinds: tally(sources.map(({ kind }) => kind)),
    languages: tally(sources.map(({ lang }) => lang)),
    untitled: sources.filter(({ title }) => title === null).length,
    undated: sources.filter(({ published }) => published === null).length,
    carried: sources.filter(({ via }) => via !== null).length,
  };
}

export function disagreementOf(events: readonly Event[]): Quality['disagreement'] {
  const accounts = events.flatMap((event) => event.accounts);
  return {
    events: events.filter((event) => event.accounts.length > 0).length,
    accounts: accounts.length,
    preferred: accounts.filter(({ preferred }) => preferred !== undefined).length,
    outcomes: events.filter(({ outcomes }) => outcomes.length > 0).length,
  };
}

export function commitmentsOf({ documents }: Tables): Quality['commitments'] {
  const commitments = documents.flatMap((document) => document.commitments);
  return {
    n: commitments.length,
    status: tally(commitments.map(({ status }) => status.at(-1)?.status ?? 'none recorded')),
  };
}

export function languagesOf(events: readonly Event[]): Quality['languages'] {
  return LANGS.map((lang) => ({
    lang,
    titles: events.filter(({ title }) => title[lang] !== '').length,
    summaries: events.filter(({ summary }) => summary[lang] !== undefined).length,
  }));
}

export function linksOf(events: readonly Event[]): Quality['links'] {
  return {
    n: events.reduce((sum, { links }) => sum + links.length, 0),
    events: events.filter(({ links, linkedFrom }) => links.length + linkedFrom.length > 0).length,
  };
}
