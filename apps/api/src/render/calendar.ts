import { firstDay, lastDay, parseEdtf } from '@peninsula/data/dates';
import type { Event, Lang } from '@peninsula/data/schema';
import ical from 'ical-generator';
import type { About } from '../respond/answer.ts';

const DAY = 86_400_000;

/**
 * Events as iCalendar (RFC 5545). All-day entries without a zone: the day is that of the event’s own place, and stays that day in Seoul,
 * Washington and Stockholm. A date known only roughly covers all the days it may mean and says so.
 */
export function eventsCalendar(
  events: readonly Event[],
  { canonical, origin, locale, released }: About,
  name: string,
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Peninsula', product: 'events', language: 'EN' },
    url: canonical,
    ttl: 86_400,
  });
  const stamp = new Date(`${released}T00:00:00Z`);
  for (const event of events) {
    const days = daysOf(event);
    if (!days) continue;
    calendar.createEvent({
      id: `${event.id}@peninsula`,
      stamp,
      start: new Date(days.from * DAY),
      // The end of an all-day entry is the first day after it.
      end: new Date((days.to + 1) * DAY),
      allDay: true,
      timezone: 'UTC',
      summary: `${roughly(event)}${event.title[locale]}`,
      description: description(event, locale, origin),
      url: `${origin}/v1/events/${event.id}`,
      categories: [{ name: event.family }, { name: event.type }],
    });
  }
  return calendar.toString();
}

function daysOf({ date }: Event): { from: number; to: number } | null {
  const parsed = parseEdtf(date.edtf);
  if (!parsed.ok) return null;
  const { value } = parsed;
  if (value.kind === 'date') return { from: firstDay(value.date), to: lastDay(value.date) };
  if (typeof value.from !== 'object' || typeof value.to !== 'object') return null;
  return { from: firstDay(value.from), to: lastDay(value.to) };
}

const roughly = ({ date }: Event): string =>
  date.uncertain || date.approximate || date.precision === 'month' || date.precision === 'year' ? '≈ ' : '';

function description(event: Event, locale: Lang, origin: string): string {
  return `${event.summary[locale] ?? event.summary.en}\n\n${event.date.edtf} (${event.date.tz})\n${origin}/v1/events/${event.id}`;
}
