import { compareDates, describeDate } from '../../src/dates/index.ts';
import {
  type AuthoredEvent,
  type Event,
  type EventId,
  Level,
  type PlaceId,
  type ProcessId,
} from '../../src/schema/index.ts';
import type { Located, World } from '../world.ts';
import { officeTitle } from './offices.ts';
import { signalsOf } from './signals.ts';
import { knownAt, type SourceTable } from './sources.ts';
import { stanceIds } from './stances.ts';

/** Events as published, in order of date, then id. */
export function compileEvents(world: World, sources: SourceTable): Event[] {
  const backlinks = linksTo(world);
  return [...world.events.values()]
    .map((event) => compileEvent(event, world, sources, backlinks.get(event.id) ?? []))
    .sort((a, b) => compareDates(a.date, b.date) || (a.id < b.id ? -1 : 1));
}

function compileEvent(
  { id, value }: Located<AuthoredEvent>,
  world: World,
  sources: SourceTable,
  linkedFrom: Event['linkedFrom'],
): Event {
  return {
    id: id as EventId,
    type: value.type,
    family: world.types.get(value.type)?.value.family ?? 'context',
    title: value.title,
    summary: value.summary,
    date: describeDate(value.date, value.zone),
    knownAt: knownAt(value.sources),
    modality: value.modality,
    place: (value.place ?? null) as PlaceId | null,
    process: (value.process ?? null) as ProcessId | null,
    issues: value.issues,
    participants: value.participants.map(({ actor, role, level, persons }) => ({
      actor,
      role,
      level: level ?? null,
      persons: (persons ?? []).map((person) => ({
        person,
        office: officeTitle(world.persons.get(person)?.value, actor, value.date, value.zone),
      })),
    })),
    level: highestLevel(value),
    outcomes: value.outcomes,
    accounts: value.accounts,
    detail: value.detail,
    signals: signalsOf(value, world),
    links: value.links,
    linkedFrom,
    stances: stanceIds(id, value.positions),
    evidence: sources.cite(id, value.sources),
    coding: value.coding,
    revisions: value.revisions,
  };
}

/** Highest level at which a side that acts took part. */
function highestLevel(event: AuthoredEvent): Event['level'] {
  const levels = event.participants.flatMap(({ role, level }) =>
    level && (role === 'party' || role === 'initiator') ? [Level.options.indexOf(level)] : [],
  );
  return levels.length === 0 ? null : (Level.options[Math.min(...levels)] ?? null);
}

function linksTo(world: World): Map<string, Event['linkedFrom']> {
  const backlinks = new Map<string, Event['linkedFrom']>();
  for (const { id, value } of world.events.values()) {
    for (const { rel, to } of value.links) backlinks.set(to, [...(backlinks.get(to) ?? []), { rel, from: id }]);
  }
  for (const list of backlinks.values()) list.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return backlinks;
}
