import type { Lang, PeninsulaRecord } from '@peninsula/data';
import { writeDate } from '#lib/format/dates.ts';
import { label } from '#lib/format/labels.ts';

export interface HitView {
  readonly key: string;
  /** Null where no page shows this kind of record yet. */
  readonly path: string | null;
  readonly title: string;
  readonly lang: Lang;
  readonly kind: string;
  readonly when: string | null;
  readonly parts: readonly { readonly text: string; readonly hit: boolean }[];
}

const PAGES: Readonly<Record<string, (id: string) => string>> = {
  events: (id) => `/events/${id}`,
  actors: (id) => `/actors/${id}`,
  persons: (id) => `/persons/${id}`,
  places: (id) => `/timeline?place=${id}`,
  processes: (id) => `/timeline?process=${id}`,
};

export function searchView(record: PeninsulaRecord, q: string, lang: Lang): HitView[] {
  return record.search(q, { lang, limit: 50 }).map((hit) => ({
    key: `${hit.table}/${hit.id}`,
    path: PAGES[hit.table]?.(hit.id) ?? null,
    title: hit.title,
    lang: hit.lang,
    kind: label('table', hit.table),
    when: hit.date === null ? null : writeDate(hit.date, lang, 'short'),
    parts: cut(hit.excerpt, hit.marks),
  }));
}

/** Splits an excerpt at its marks. */
export function cut(text: string, marks: readonly (readonly [number, number])[]): { text: string; hit: boolean }[] {
  const parts: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) parts.push({ text: text.slice(at, start), hit: false });
    if (end > Math.max(at, start)) parts.push({ text: text.slice(Math.max(at, start), end), hit: true });
    at = Math.max(at, end);
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: false });
  return parts;
}
