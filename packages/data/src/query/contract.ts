import type {
  Actor,
  Claim,
  CountingRule,
  Document,
  Event,
  EventType,
  Family,
  Issue,
  Level,
  Modality,
  Person,
  Place,
  Process,
  Review,
  Snapshot,
  Source,
  SourceKind,
  Stance,
  StanceCoding,
  TableName,
} from '../schema/index.ts';
import type { EventTypeId, IssueId, Lang } from '../schema/index.ts';

/**
 * Set condition with the grammar of every list parameter: `KP,US` = either (OR); the parameter repeated = both (AND);
 * a leading `-` = none of these (NOT). `all` is a conjunction of disjunctions.
 */
export interface Terms<T extends string = string> {
  readonly all: readonly (readonly T[])[];
  readonly not: readonly T[];
}

export type DateMatch = 'overlaps' | 'within' | 'certain';
export type SortKey = 'date' | '-date' | 'relevance' | 'id' | '-id' | 'known' | '-known';

/** A validated, immutable query over events. Absent field = no condition. Made by `parseQuery`. */
export interface EventQuery {
  readonly from?: string; // EDTF, read in tz
  readonly to?: string; // EDTF, inclusive, read in tz
  readonly tz: string; // default Asia/Seoul
  readonly dateMatch: DateMatch; // default overlaps
  readonly actor?: Terms;
  readonly initiator?: Terms; // role initiator
  readonly target?: Terms; // role target
  readonly dyad?: Terms; // 'KP~US', ends in code order; both take part in roles that touch a dyad
  readonly person?: Terms;
  readonly type?: Terms<EventTypeId>;
  readonly family?: Terms<Family>;
  readonly issue?: Terms<IssueId>;
  readonly process?: Terms;
  readonly place?: Terms;
  readonly level?: Terms<Level>;
  readonly modality?: Terms<Modality>;
  readonly outcome?: Terms; // launch outcome code, or actor id with an outcome account
  readonly plover?: Terms;
  readonly cameo?: Terms;
  readonly source?: Terms; // source id
  readonly sourceCountry?: Terms;
  readonly sourceType?: Terms<SourceKind>;
  readonly lang?: Terms; // language of a source
  readonly minSources?: number;
  readonly review?: Terms<Review>;
  readonly bbox?: readonly [west: number, south: number, east: number, north: number];
  readonly knownBy?: string; // YYYY-MM-DD
  readonly q?: string; // free text with the small grammar of docs: actor:KP before:2019-03 "a phrase" -type:exercise
  readonly sample?: number; // so many of the matching events, the same ones each time
  readonly seed?: string; // another seed, another sample
  readonly sort: SortKey; // default: relevance when q has words, else date
}

/** What was wrong with one parameter, and the way out. */
export interface QueryProblem {
  readonly code:
    'unknown-parameter' | 'invalid-value' | 'invalid-date' | 'conflicting-parameters' | 'cursor-mismatch' | 'too-large';
  readonly parameter: string;
  readonly value: string;
  readonly detail: string;
  readonly suggestions: readonly string[];
}

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly QueryProblem[] };

export interface Page<T> {
  readonly rows: readonly T[];
  /** Rows that match in all, over every page. */
  readonly total: number;
  /** Opaque cursors bound to release and canonical query; null at the ends. */
  readonly next: string | null;
  readonly prev: string | null;
  /** When total is 0: which single filter, dropped, would give how many rows. Best first. */
  readonly emptiedBy: readonly { readonly parameter: string; readonly total: number }[];
}

export interface PageRequest {
  readonly limit?: number; // 1–500, default 50
  readonly cursor?: string;
}

export type Found<T> =
  | { readonly status: 'found'; readonly value: T }
  | { readonly status: 'moved'; readonly to: string }
  | {
      readonly status: 'gone';
      readonly kind: 'split' | 'withdrawn';
      readonly to: readonly string[];
      readonly on: string;
      readonly reason: string;
    }
  | { readonly status: 'missing'; readonly nearest: readonly string[] };

/** Keys of aggregate's group_by; `year`, `quarter`, `month` by start in tz. Up to three at once. */
export type GroupKey =
  | 'year'
  | 'quarter'
  | 'month'
  | 'actor'
  | 'dyad'
  | 'type'
  | 'family'
  | 'issue'
  | 'process'
  | 'level'
  | 'place'
  | 'source_country'
  | 'source_type';

export interface Group {
  readonly key: Readonly<Partial<Record<GroupKey, string>>>;
  readonly count: number;
}

export interface SearchHit {
  readonly table: 'events' | 'documents' | 'persons' | 'actors' | 'places' | 'processes';
  readonly id: string;
  readonly title: string;
  readonly lang: Lang;
  readonly date: string | null;
  /** Plain-text excerpt; `marks` are [start, end) character ranges that matched. */
  readonly excerpt: string;
  readonly marks: readonly (readonly [number, number])[];
  readonly score: number;
}

export interface Rows {
  events: Event;
  documents: Document;
  stances: Stance;
  codings: StanceCoding;
  claims: Claim;
  rules: CountingRule;
  sources: Source;
  actors: Actor;
  persons: Person;
  places: Place;
  processes: Process;
  types: EventType;
  issues: Issue;
}

/** The record, opened: indexed once, then only read. */
export interface PeninsulaRecord {
  readonly snapshot: Snapshot;
  readonly release: string;
  /** `record.get('events', 'stockholm-talks-2019')`; follows nothing, reports redirects. */
  get<T extends keyof Rows>(table: T, id: string): Found<Rows[T]>;
  list<T extends keyof Rows>(table: T): readonly Rows[T][];
  /** A table in pages, in its own order; throws QueryError on a cursor of another table or release. */
  page<T extends keyof Rows>(table: T, page?: PageRequest): Page<Rows[T]>;
  /** Accepts a validated query or the same parameters as strings: `events({ actor: 'KP,US', type: 'talks' })`; throws QueryError on bad input. */
  events(query?: EventQuery | Readonly<Record<string, string | readonly string[]>>, page?: PageRequest): Page<Event>;
  /** Every event that matches, in its order, without pages. */
  all(query: EventQuery): readonly Event[];
  aggregate(query: EventQuery, groupBy: readonly GroupKey[]): readonly Group[];
  search(
    text: string,
    options?: { lang?: Lang; limit?: number; tables?: readonly SearchHit['table'][] },
  ): readonly SearchHit[];
  /** Neighbours in time that share an actor: for "before and after". */
  around(id: string, count: number): { before: readonly Event[]; after: readonly Event[] };
  officesAt(person: string, day: string): readonly { title: string; actor: string; level: Level }[];
}

export type { TableName };
