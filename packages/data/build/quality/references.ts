import type { Tables } from './index.ts';

/** References of the published tables that resolve to nothing, as `record → id`. The rules refuse them; this looks again at what is published. */
export function brokenReferences(tables: Tables): string[] {
  const ids = (rows: readonly { readonly id: string }[]) => new Set<string>(rows.map(({ id }) => id));
  const actors = ids(tables.actors);
  const persons = ids(tables.persons);
  const places = ids(tables.places);
  const processes = ids(tables.processes);
  const sources = ids(tables.sources);
  const events = ids(tables.events);
  const carriers = new Set([...events, ...ids(tables.documents), ...ids(tables.redirects)]);
  const broken: string[] = [];
  const check = (from: string, known: ReadonlySet<string>, id: string | null) => {
    if (id !== null && !known.has(id)) broken.push(`${from} → ${id}`);
  };
  for (const event of tables.events) {
    check(event.id, places, event.place);
    check(event.id, processes, event.process);
    for (const { source } of event.evidence) check(event.id, sources, source);
    for (const { to } of event.links) check(event.id, carriers, to);
    for (const { actor, persons: acting } of event.participants) {
      check(event.id, actors, actor);
      for (const { person } of acting) check(event.id, persons, person);
    }
  }
  for (const document of tables.documents) {
    check(document.id, events, document.event);
    check(document.id, processes, document.process);
    for (const { source } of document.evidence) check(document.id, sources, source);
    for (const { status } of document.commitments) for (const { event } of status) check(document.id, events, event);
  }
  for (const stance of tables.stances) {
    check(stance.id, carriers, stance.from);
    for (const source of stance.sources) check(stance.id, sources, source);
  }
  for (const coding of tables.codings) check(coding.id, carriers, coding.of);
  return broken;
}
