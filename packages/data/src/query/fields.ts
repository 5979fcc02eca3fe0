import type { Event, Snapshot } from '../schema/index.ts';
import { EVENT_TYPES, FAMILY_NAMES, ISSUES, LEVELS, MODALITIES, REVIEWS, SOURCE_KINDS } from '../schema/lists.ts';
import type { EventQuery, Terms } from './contract.ts';

/** Tables a field may look into; made once per record. */
export interface Lookup {
  readonly sources: ReadonlyMap<string, Snapshot['sources'][number]>;
  readonly types: ReadonlyMap<string, Snapshot['types'][number]>;
}

/** A list parameter over events: its name in a URL, its key in a query, its codes, and the values an event has. */
export interface Field {
  readonly name: string;
  readonly key: TermsKey;
  /** Closed code list; null where any id may be asked for. */
  readonly codes: readonly string[] | null;
  /** Brings one given value into the form the events carry; several values where one stands for many. */
  readonly expand?: (value: string) => readonly string[];
  values(event: Event, lookup: Lookup): readonly string[];
}

type TermsKey = { [K in keyof EventQuery]-?: NonNullable<EventQuery[K]> extends Terms ? K : never }[keyof EventQuery];

const acting = new Set(['party', 'initiator', 'target']);

/** Every list parameter, in canonical order. To add one: a key in `EventQuery`, a line here. */
export const FIELDS: readonly Field[] = [
  { name: 'actor', key: 'actor', codes: null, values: (event) => event.participants.map(({ actor }) => actor) },
  { name: 'initiator', key: 'initiator', codes: null, values: (event) => inRole(event, 'initiator') },
  { name: 'target', key: 'target', codes: null, values: (event) => inRole(event, 'target') },
  { name: 'dyad', key: 'dyad', codes: null, expand: (value) => [orderDyad(value)], values: dyadsOf },
  { name: 'person', key: 'person', codes: null, values: personsOf },
  { name: 'type', key: 'type', codes: EVENT_TYPES, values: ({ type }) => [type] },
  { name: 'family', key: 'family', codes: FAMILY_NAMES, values: ({ family }) => [family] },
  { name: 'issue', key: 'issue', codes: ISSUES, values: ({ issues }) => issues },
  { name: 'process', key: 'process', codes: null, values: ({ process }) => (process === null ? [] : [process]) },
  { name: 'place', key: 'place', codes: null, values: ({ place }) => (place === null ? [] : [place]) },
  { name: 'level', key: 'level', codes: LEVELS, expand: levelsUpFrom, values: levelsOf },
  { name: 'modality', key: 'modality', codes: MODALITIES, values: ({ modality }) => [modality] },
  { name: 'outcome', key: 'outcome', codes: null, values: outcomesOf },
  { name: 'plover', key: 'plover', codes: null, values: (event, { types }) => one(types.get(event.type)?.plover) },
  { name: 'cameo', key: 'cameo', codes: null, values: (event, { types }) => one(types.get(event.type)?.cameo) },
  { name: 'source', key: 'source', codes: null, values: (event) => event.evidence.map(({ source }) => source) },
  { name: 'source_country', key: 'sourceCountry', codes: null, values: ofSources(({ country }) => country) },
  { name: 'source_type', key: 'sourceType', codes: SOURCE_KINDS, values: ofSources(({ kind }) => kind) },
  { name: 'lang', key: 'lang', codes: null, values: ofSources(({ lang }) => lang) },
  { name: 'review', key: 'review', codes: REVIEWS, values: ({ coding }) => [coding.review] },
];

/** `US~KP` and `KP~US` are one dyad; its ends stand in code order. */
export function orderDyad(value: string): string {
  return value.split('~').sort().join('~');
}

/** Dyads whose two ends both act in the event: parties, initiators, targets. */
export function dyadsOf(event: Event): string[] {
  const actors = [
    ...new Set(event.participants.filter(({ role }) => acting.has(role)).map(({ actor }) => actor)),
  ].sort();
  return actors.flatMap((a, i) => actors.slice(i + 1).map((b) => `${a}~${b}`));
}

/** `envoy+` means envoy level and higher. */
function levelsUpFrom(value: string): readonly string[] {
  if (!value.endsWith('+')) return [value];
  const at = (LEVELS as readonly string[]).indexOf(value.slice(0, -1));
  return at < 0 ? [value] : LEVELS.slice(0, at + 1);
}

function inRole(event: Event, wanted: string): string[] {
  return event.participants.filter(({ role }) => role === wanted).map(({ actor }) => actor);
}

function personsOf(event: Event): string[] {
  return event.participants.flatMap(({ persons }) => persons.map(({ person }) => person));
}

function levelsOf(event: Event): string[] {
  return event.participants.flatMap(({ role, level }) => (level !== null && acting.has(role) ? [level] : []));
}

/** Outcome of a launch, or the parties whose account of the outcome is on record. */
function outcomesOf(event: Event): string[] {
  return [...one(event.detail.launch?.outcome), ...event.outcomes.map(({ party }) => party)];
}

function ofSources(pick: (source: Snapshot['sources'][number]) => string | null): Field['values'] {
  return (event, { sources }) =>
    event.evidence.flatMap(({ source }) => {
      const row = sources.get(source);
      return row ? one(pick(row)) : [];
    });
}

function one(value: string | null | undefined): string[] {
  return value === null || value === undefined ? [] : [value];
}
