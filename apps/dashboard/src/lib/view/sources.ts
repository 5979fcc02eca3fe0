import type { Lang, PeninsulaRecord } from '@peninsula/data';
import { writeDate } from '#lib/format/dates.ts';
import { countryName } from '#lib/format/lang.ts';
import { label } from '#lib/format/labels.ts';
import { m } from '#lib/paraglide/messages.js';

/** A source in one line: who published it, where and when, and the link. */
export interface SourceLine {
  readonly id: string;
  readonly url: string;
  readonly publisher: string;
  readonly country: string | null;
  readonly kind: string;
  readonly when: string | null;
}

/** Empty where the id is no source, so that a caller can flat-map. */
export function sourceLine(record: PeninsulaRecord, id: string, lang: Lang): SourceLine[] {
  const found = record.get('sources', id);
  if (found.status !== 'found') return [];
  const { url, publisher, via, country, kind, published } = found.value;
  return [
    {
      id,
      url,
      publisher: via === null || via === publisher ? publisher : m.event_via({ publisher, via }),
      country: country === null ? null : countryName(country, lang, m.country_INT()),
      kind: label('kind', kind),
      when: published === null ? null : writeDate(published, lang, 'short'),
    },
  ];
}
