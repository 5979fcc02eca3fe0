import type { EventQuery } from './contract.ts';
import { FIELDS } from './fields.ts';
import { DEFAULT_TZ } from './parse.ts';
import { writeTerms } from './terms.ts';

/** A query as URL parameters: canonical order, defaults left out, so that equal queries give equal text. */
export function formatQuery(query: EventQuery): [string, string][] {
  const pairs: [string, string][] = [];
  const put = (name: string, value: string | number | undefined) => {
    if (value !== undefined) pairs.push([name, String(value)]);
  };
  put('from', query.from);
  put('to', query.to);
  put('tz', query.tz === DEFAULT_TZ ? undefined : query.tz);
  put('date_match', query.dateMatch === 'overlaps' ? undefined : query.dateMatch);
  for (const { name, key } of FIELDS) {
    const terms = query[key];
    if (terms) for (const value of writeTerms(terms)) put(name, value);
  }
  put('known_by', query.knownBy);
  put('min_sources', query.minSources);
  put('bbox', query.bbox?.join(','));
  put('q', query.q);
  put('sample', query.sample);
  put('seed', query.seed);
  put('sort', query.sort === (query.q === undefined ? 'date' : 'relevance') ? undefined : query.sort);
  return pairs;
}

/** One string that names the query; equal for equal queries. */
export function canonicalQuery(query: EventQuery): string {
  return formatQuery(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
