import type { Lang, Name, Prose, Snapshot } from '../../schema/index.ts';
import { LANGS } from '../../schema/lists.ts';
import type { SearchHit } from '../contract.ts';
import type { WeightedText } from './text-index.ts';

/** One findable thing: what it is called, what else is said of it, and how much a hit in each counts. */
export interface Entry {
  readonly table: SearchHit['table'];
  readonly id: string;
  readonly name: Name;
  readonly body: Prose | null;
  readonly date: string | null;
  readonly texts: readonly WeightedText[];
}

/** Texts by which an event is found: its words, its people and its places, in every language. */
export function eventTexts(snapshot: Snapshot): readonly (readonly WeightedText[])[] {
  const persons = new Map(snapshot.persons.map((person) => [person.id as string, person]));
  const places = new Map(snapshot.places.map((place) => [place.id as string, place]));
  return snapshot.events.map((event) => [
    ...names(event.title, 3),
    ...names(event.summary, 1),
    { text: event.id, weight: 1 },
    ...event.participants.flatMap(({ persons: list }) =>
      list.flatMap(({ person }) => {
        const row = persons.get(person);
        return row ? [...names(row.name, 2), ...row.romanisations.map((text) => ({ text, weight: 2 }))] : [];
      }),
    ),
    ...names(event.place === null ? undefined : places.get(event.place)?.name, 2),
    ...(event.detail.launch?.systems ?? []).map(({ value }) => ({ text: value, weight: 2 })),
    ...(event.detail.exercise ? [{ text: event.detail.exercise.name, weight: 2 }] : []),
  ]);
}

/** Everything a reader may look for, events first. */
export function allEntries(snapshot: Snapshot, ofEvents: readonly (readonly WeightedText[])[]): Entry[] {
  const named = (
    table: Entry['table'],
    id: string,
    name: Name,
    body: Prose | null,
    date: string | null,
    more: readonly string[] = [],
  ): Entry => ({
    table,
    id,
    name,
    body,
    date,
    texts: [
      ...names(name, 4),
      ...(body ? names(body, 1) : []),
      ...more.map((text) => ({ text, weight: 2 })),
      { text: id, weight: 1 },
    ],
  });
  return [
    ...snapshot.events.map((event, i): Entry => ({
      table: 'events',
      id: event.id,
      name: event.title,
      body: event.summary,
      date: event.date.edtf,
      texts: ofEvents[i] ?? [],
    })),
    ...snapshot.documents.map((row) =>
      named('documents', row.id, row.title, row.summary, row.date.edtf, row.symbol === null ? [] : [row.symbol]),
    ),
    ...snapshot.persons.map((row) =>
      named('persons', row.id, row.name, row.offices[0]?.title ?? null, null, row.romanisations),
    ),
    ...snapshot.actors.map((row) => named('actors', row.id, row.name, null, null, row.aliases)),
    ...snapshot.places.map((row) => named('places', row.id, row.name, null, null)),
    ...snapshot.processes.map((row) => named('processes', row.id, row.name, row.summary, null)),
  ];
}

function names(name: Partial<Record<Lang, string | undefined>> | undefined, weight: number): WeightedText[] {
  if (!name) return [];
  return LANGS.flatMap((lang) => (name[lang] === undefined ? [] : [{ text: name[lang], weight }]));
}
