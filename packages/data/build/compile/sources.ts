import { createHash } from 'node:crypto';
import { dayIn, parseEdtf, utcInterval } from '../../src/dates/index.ts';
import type { AuthoredSource, EventEvidence, Source, SourceId } from '../../src/schema/index.ts';

/** Gathers sources over all records; the same URL is one source however often it is cited. */
export class SourceTable {
  readonly #rows = new Map<string, Source>();

  /** Adds what one record cites and returns its evidence list, in the author's order. */
  cite(recordId: string, sources: readonly AuthoredSource[]): EventEvidence[] {
    return sources.map((source) => {
      const row = this.#rows.get(source.url) ?? blank(source.url);
      row.publisher ||= source.publisher;
      row.via ??= source.via ?? null;
      row.country ??= source.country ?? null;
      row.kind = source.kind;
      row.title ??= source.title ?? null;
      row.lang = source.lang;
      row.published ??= source.published ?? null;
      row.accessed ??= source.accessed ?? null;
      row.archived ??= source.archived ?? null;
      row.licence ??= source.licence ?? null;
      if (!row.citedBy.includes(recordId)) row.citedBy.push(recordId);
      this.#rows.set(source.url, row);
      return {
        source: row.id,
        says: source.says,
        ...(source.quote === undefined ? {} : { quote: source.quote }),
        ...(source.locator === undefined ? {} : { locator: source.locator }),
      };
    });
  }

  rows(): Source[] {
    return [...this.#rows.values()]
      .map((row) => ({ ...row, citedBy: [...row.citedBy].sort() }))
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  }
}

/** Source id from the URL alone: readable host, then eight hex digits of its SHA-256. */
export function sourceId(url: string): SourceId {
  const host = new URL(url).hostname
    .replace(/^(www|m)\./, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `${host}-${createHash('sha256').update(url).digest('hex').slice(0, 8)}` as SourceId;
}

/**
 * Day by which the earliest source had certainly been published, `YYYY-MM-DD`. A date known only to the month counts from
 * the month's last day: the record never claims something was known earlier than it can show.
 */
export function knownAt(sources: readonly AuthoredSource[]): string | null {
  const days = sources.flatMap(({ published }) => {
    if (published === undefined) return [];
    const parsed = parseEdtf(published);
    const end = parsed.ok ? utcInterval(parsed.value, 'UTC').end : null;
    return end === null ? [] : [dayIn(end - 1, 'UTC')];
  });
  return days.sort()[0] ?? null;
}

function blank(url: string): Source {
  return {
    id: sourceId(url),
    url,
    publisher: '',
    via: null,
    country: null,
    kind: 'newspaper',
    title: null,
    lang: 'en',
    published: null,
    accessed: null,
    archived: null,
    licence: null,
    citedBy: [],
  };
}
