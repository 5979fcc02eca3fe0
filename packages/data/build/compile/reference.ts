import { compareDates, describeDate } from '../../src/dates/index.ts';
import type {
  Actor,
  ActorId,
  Document,
  DocumentId,
  Event,
  EventId,
  EventType,
  EventTypeId,
  Issue,
  IssueId,
  Person,
  PersonId,
  Place,
  PlaceId,
  Process,
  ProcessId,
  Redirect,
} from '../../src/schema/index.ts';
import { EventTypeId as EventTypes, IssueId as Issues } from '../../src/schema/index.ts';
import type { Located, Table, World } from '../world.ts';
import type { SourceTable } from './sources.ts';
import { stanceIds } from './stances.ts';

/* The tables events refer to: as authored, with defaults settled and dates described. */

export function compileActors(world: World): Actor[] {
  return byId(world.actors).map(({ id, value }) => ({
    id: id as ActorId,
    kind: value.kind,
    name: value.name,
    short: value.short ?? value.name,
    aliases: value.aliases,
    partOf: value.partOf ?? null,
    crosswalk: value.crosswalk,
  }));
}

export function compilePersons(world: World, sources: SourceTable): Person[] {
  return byId(world.persons).map(({ id, value }) => ({
    id: id as PersonId,
    name: value.name,
    romanisations: value.romanisations,
    actor: value.actor,
    offices: value.offices.map(({ from, to, note, ...office }) => ({
      ...office,
      from: from === undefined ? null : describeDate(from, 'UTC'),
      to: to === undefined ? null : describeDate(to, 'UTC'),
      ...(note === undefined ? {} : { note }),
    })),
    evidence: sources.cite(id, value.sources),
  }));
}

export function compilePlaces(world: World, sources: SourceTable): Place[] {
  return byId(world.places).map(({ id, value: { sources: cited, ...place } }) => ({
    id: id as PlaceId,
    ...place,
    evidence: sources.cite(id, cited),
  }));
}

export function compileProcesses(world: World, events: readonly Event[]): Process[] {
  return byId(world.processes).map(({ id, value }) => ({
    id: id as ProcessId,
    name: value.name,
    summary: value.summary,
    date: describeDate(value.date, value.zone),
    parties: value.parties,
    events: events.filter((event) => event.process === id).map((event) => event.id),
  }));
}

export function compileDocuments(world: World, sources: SourceTable): Document[] {
  return [...world.documents.values()]
    .map(({ id, value }): Document => ({
      id: id as DocumentId,
      type: value.type,
      title: value.title,
      summary: value.summary,
      date: describeDate(value.date, value.zone),
      symbol: value.symbol ?? null,
      authors: value.authors,
      parties: value.parties,
      process: (value.process ?? null) as ProcessId | null,
      event: (value.event ?? null) as EventId | null,
      paragraphs: value.paragraphs,
      commitments: value.commitments.map((commitment) => ({
        ...commitment,
        issue: commitment.issue ?? null,
        status: commitment.status.map((status) => ({
          ...status,
          date: describeDate(status.date, value.zone),
          event: (status.event ?? null) as EventId | null,
        })),
      })),
      stances: stanceIds(id, value.positions),
      evidence: sources.cite(id, value.sources),
    }))
    .sort((a, b) => compareDates(a.date, b.date) || (a.id < b.id ? -1 : 1));
}

/** Types and issues keep the order of the codebook, which is the order people read them in. */
export function compileTypes(world: World): EventType[] {
  return inOrder(world.types, EventTypes.options).map(({ id, value }) => ({
    id: id as EventTypeId,
    family: value.family,
    name: value.name,
    definition: value.definition,
    include: value.include,
    exclude: value.exclude,
    plover: value.plover ?? null,
    cameo: value.cameo ?? null,
    quad: value.quad,
    signals: { mutual: value.signals.mutual ?? null, directed: value.signals.directed ?? null },
  }));
}

export function compileIssues(world: World): Issue[] {
  return inOrder(world.issues, Issues.options).map(({ id, value }) => ({
    id: id as IssueId,
    name: value.name,
    definition: value.definition,
    scale: (['-2', '-1', '0', '1', '2'] as const).map((key) => ({ value: Number(key), anchor: value.scale[key] })),
  }));
}

export function compileRedirects(world: World): Redirect[] {
  return byId(world.redirects).map(({ id, value }) => ({ id, ...value }));
}

function byId<T>(table: Table<T>): Located<T>[] {
  return [...table.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function inOrder<T>(table: Table<T>, ids: readonly string[]): Located<T>[] {
  return ids.flatMap((id) => table.get(id) ?? []);
}
