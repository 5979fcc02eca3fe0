import type { Event, Snapshot } from '@peninsula/data/schema';
import type { About } from '../respond/answer.ts';

const CONTEXT = {
  '@vocab': 'https://schema.org/',
  schema: 'https://schema.org/',
  id: '@id',
  name: { '@id': 'schema:name', '@container': '@language' },
  description: { '@id': 'schema:description', '@container': '@language' },
  type: 'pen:type',
  edtf: 'pen:edtf',
  startDate: { '@id': 'schema:startDate', '@type': 'schema:Date' },
  endDate: { '@id': 'schema:endDate', '@type': 'schema:Date' },
  citation: { '@id': 'schema:citation', '@type': '@id' },
  participant: { '@id': 'schema:participant', '@type': '@id' },
  location: { '@id': 'schema:location', '@type': '@id' },
  license: { '@id': 'schema:license', '@type': '@id' },
};

/** Events as schema.org Event, one graph. Dates are the civil days of the event’s own zone. */
export function eventsJsonLd(events: readonly Event[], snapshot: Snapshot, { origin, release }: About): string {
  const urls = new Map(snapshot.sources.map(({ id, url }) => [id as string, url]));
  const base = `${origin}/v1`;
  const context = { ...CONTEXT, pen: `${origin}/terms#` };
  const graph = events.map((event) => ({
    id: `${base}/events/${event.id}`,
    '@type': 'Event',
    type: event.type,
    name: event.title,
    description: event.summary,
    edtf: event.date.edtf,
    ...daysOf(event),
    participant: [...new Set(event.participants.map(({ actor }) => `${base}/actors/${actor}`))],
    ...(event.place === null ? {} : { location: `${base}/places/${event.place}` }),
    citation: event.evidence.flatMap(({ source }) => urls.get(source) ?? []),
    license: 'https://creativecommons.org/licenses/by/4.0/',
    version: release,
  }));
  return JSON.stringify(
    graph.length === 1 ? { '@context': context, ...graph[0] } : { '@context': context, '@graph': graph },
  );
}

function daysOf({ date }: Event): object {
  const [from, to = from] = date.edtf.split('/');
  const plain = (text: string | undefined) => text?.replace(/[?~%]$/, '');
  const [start, end] = [plain(from), plain(to)];
  const isDate = (text: string | undefined) => text !== undefined && /^\d{4}(-\d{2}){0,2}$/.test(text);
  return { ...(isDate(start) ? { startDate: start } : {}), ...(isDate(end) ? { endDate: end } : {}) };
}
