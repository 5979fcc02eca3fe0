import type { Actor, Event, Lang, PeninsulaRecord, Person } from '@peninsula/data';
import type { MonthCount } from '#lib/charts/bars.ts';
import { writeDate } from '#lib/format/dates.ts';
import { type ActorLabel, actorLabel } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { countTwo } from './months.ts';
import { lastStances, type StanceRow, stanceRow } from './stances.ts';
import { eventRow, type EventRow } from './timeline.ts';

export interface ActorListRow extends ActorLabel {
  readonly full: string;
  readonly events: number;
}

export interface ActorView {
  readonly actor: ActorLabel;
  readonly full: string;
  readonly events: number;
  readonly from: string;
  readonly to: string;
  readonly partners: readonly (ActorLabel & { readonly n: number })[];
  readonly persons: readonly {
    readonly id: string;
    readonly name: string;
    readonly office: string;
    readonly n: number;
  }[];
  readonly stances: readonly StanceRow[];
  readonly months: readonly (MonthCount & { readonly label: string })[];
  readonly latest: readonly EventRow[];
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly romanisations: readonly string[];
  readonly actor: ActorLabel;
  readonly offices: readonly { readonly title: string; readonly actor: ActorLabel; readonly held: string }[];
  /** All of them, or the latest `LISTED` where there are more: then the timeline has the rest. */
  readonly events: readonly EventRow[];
  readonly total: number;
}

/** A page of a person who took part in hundreds of events would be read by nobody. */
const LISTED = 40;

const TOUCHES: readonly string[] = ['party', 'initiator', 'target'];

/** Actors that act in the record, busiest first. */
export function actorList(record: PeninsulaRecord, lang: Lang): ActorListRow[] {
  const counts = new Map<string, number>();
  for (const event of record.list('events'))
    for (const actor of actorsOf(event)) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return record
    .list('actors')
    .map((actor) => ({
      ...actorLabel(record, actor.id, lang),
      full: actor.name[lang],
      events: counts.get(actor.id) ?? 0,
    }))
    .filter(({ events }) => events > 0)
    .sort((a, b) => b.events - a.events || (a.id < b.id ? -1 : 1));
}

export function actorView(record: PeninsulaRecord, actor: Actor, lang: Lang): ActorView {
  const events = record.list('events').filter((event) => actorsOf(event).has(actor.id));
  return {
    actor: actorLabel(record, actor.id, lang),
    full: actor.name[lang],
    events: events.length,
    from: events[0] ? writeDate(events[0].date.edtf, lang) : '',
    to: events.at(-1) ? writeDate(events.at(-1)?.date.edtf ?? '', lang) : '',
    partners: partnersOf(record, events, actor.id, lang),
    persons: personsOf(record, events, actor.id, lang),
    stances: lastStances(record, actor.id).map((stance) => stanceRow(record, stance, lang)),
    months: monthsOf(events, lang),
    latest: events
      .slice(-12)
      .reverse()
      .map((event) => eventRow(record, event, lang)),
  };
}

export function personView(record: PeninsulaRecord, person: Person, lang: Lang): PersonView {
  const events = record
    .list('events')
    .filter((event) => event.participants.some(({ persons }) => persons.some((one) => one.person === person.id)));
  const listed = events.length > LISTED ? events.slice(-LISTED).reverse() : events;
  return {
    id: person.id,
    name: person.name[lang],
    romanisations: person.romanisations,
    actor: actorLabel(record, person.actor, lang),
    offices: person.offices.map((office) => ({
      title: office.title[lang] ?? office.title.en,
      actor: actorLabel(record, office.actor, lang),
      held: heldText(office, lang),
    })),
    events: listed.map((event) => eventRow(record, event, lang)),
    total: events.length,
  };
}

/** Dates of an office: an attestation says on which days sources name the holder, not when the office began. */
function heldText({ from, to, note }: Person['offices'][number], lang: Lang): string {
  const text = writeDate(`${from?.edtf ?? '..'}/${to?.edtf ?? '..'}`, lang, 'short');
  return note?.startsWith('attested') ? m.person_attested({ date: text }) : text;
}

function actorsOf(event: Event): Set<string> {
  return new Set(event.participants.filter(({ role }) => TOUCHES.includes(role)).map(({ actor }) => actor as string));
}

function partnersOf(record: PeninsulaRecord, events: readonly Event[], self: string, lang: Lang) {
  const counts = new Map<string, number>();
  for (const event of events)
    for (const other of actorsOf(event)) if (other !== self) counts.set(other, (counts.get(other) ?? 0) + 1);
  return [...counts]
    .sort(([a, n], [b, k]) => k - n || (a < b ? -1 : 1))
    .slice(0, 8)
    .map(([id, n]) => ({ ...actorLabel(record, id, lang), n }));
}

function personsOf(record: PeninsulaRecord, events: readonly Event[], self: string, lang: Lang) {
  const counts = new Map<string, { n: number; office: string }>();
  for (const event of events) {
    for (const participant of event.participants) {
      if (participant.actor !== self) continue;
      for (const { person, office } of participant.persons)
        counts.set(person, { n: (counts.get(person)?.n ?? 0) + 1, office: office ?? counts.get(person)?.office ?? '' });
    }
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y.n - x.n || (a < b ? -1 : 1))
    .slice(0, 12)
    .map(([id, { n, office }]) => {
      const found = record.get('persons', id);
      return { id, n, office, name: found.status === 'found' ? found.value.name[lang] : id };
    });
}

function monthsOf(events: readonly Event[], lang: Lang): ActorView['months'] {
  const isContact = ({ family }: Event) => family === 'contact' || family === 'commitment';
  return countTwo(
    events.filter(isContact),
    events.filter((event) => !isContact(event)),
    lang,
  );
}
