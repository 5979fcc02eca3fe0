import type { Event, Snapshot } from '@peninsula/data/schema';
import type { Renders } from '../respond/answer.ts';
import { eventsCalendar } from './calendar.ts';
import { atom, type Entry, jsonFeed } from './feeds.ts';
import { eventsGeoJson } from './geojson.ts';
import { eventsJsonLd } from './jsonld.ts';

const NAME = 'Peninsula: events';

/** The formats of a list of events beyond JSON, NDJSON and CSV. `of` gives the events that were found. */
export function eventRenders(snapshot: Snapshot, of: () => readonly Event[]): Renders {
  const entries = (origin: string, locale: 'en' | 'ko' | 'zh-Hans' | 'zh-Hant'): Entry[] =>
    of().map((event) => ({
      id: `${origin}/v1/events/${event.id}`,
      url: `${origin}/v1/events/${event.id}`,
      title: `${event.date.edtf} · ${event.title[locale]}`,
      text: event.summary[locale] ?? event.summary.en,
      day: event.revisions.at(-1)?.on ?? event.knownAt ?? snapshot.manifest.released,
    }));
  return {
    jsonld: (_found, about) => eventsJsonLd(of(), snapshot, about),
    geojson: (_found, { locale }) => eventsGeoJson(of(), snapshot, locale),
    ics: (_found, about) => eventsCalendar(of(), about, NAME),
    atom: (_found, about) => atom(entries(about.origin, about.locale), about, NAME),
    jsonfeed: (_found, about) => jsonFeed(entries(about.origin, about.locale), about, NAME),
  };
}
