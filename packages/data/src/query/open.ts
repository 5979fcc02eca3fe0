import { parseEdtf, utcInterval } from '../dates/index.ts';
import type { Event, Lang, Level, Snapshot } from '../schema/index.ts';
import { LEVELS } from '../schema/lists.ts';
import { countBy } from './aggregate.ts';
import type {
  EventQuery,
  Found,
  Group,
  GroupKey,
  Page,
  PageRequest,
  PeninsulaRecord,
  QueryProblem,
  Rows,
  SearchHit,
} from './contract.ts';
import { DEFAULT_LIMIT, readCursor, writeCursor } from './cursor.ts';
import type { Lookup } from './fields.ts';
import { EventIndex, passingRows } from './filter.ts';
import { canonicalQuery } from './format.ts';
import { nearest } from './nearest.ts';
import { sampleOf } from './sample.ts';
import { parseQuery } from './parse.ts';
import { allEntries, type Entry, eventTexts } from './search/entries.ts';
import { readSearch } from './search/grammar.ts';
import { describeHit } from './search/hits.ts';
import { TextIndex } from './search/text-index.ts';

/** Bad input to the typed interface; `problems` is what the API answers with. */
export class QueryError extends Error {
  readonly problems: readonly QueryProblem[];
  constructor(problems: readonly QueryProblem[]) {
    super(problems.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; '));
    this.name = 'QueryError';
    this.problems = problems;
  }
}

/** Opens a snapshot. Opening costs nothing; each index is made when first asked for, and the snapshot is never changed. */
export function openRecord(snapshot: Snapshot): PeninsulaRecord {
  return new OpenRecord(snapshot);
}

class OpenRecord implements PeninsulaRecord {
  readonly snapshot: Snapshot;
  readonly release: string;
  readonly #byId = new Map<keyof Rows, ReadonlyMap<string, unknown>>();
  #index: EventIndex | undefined;
  #eventText: TextIndex | undefined;
  #search: { entries: readonly Entry[]; text: TextIndex } | undefined;

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
    this.release = snapshot.manifest.release;
  }

  list<T extends keyof Rows>(table: T): readonly Rows[T][] {
    return this.snapshot[table] as unknown as readonly Rows[T][];
  }

  get<T extends keyof Rows>(table: T, id: string): Found<Rows[T]> {
    const value = this.#table(table).get(id);
    if (value) return { status: 'found', value };
    const retired = this.snapshot.redirects.find((redirect) => redirect.id === id);
    if (retired?.kind === 'moved') return { status: 'moved', to: retired.to[0] ?? '' };
    if (retired)
      return {
        status: 'gone',
        kind: retired.kind as 'split' | 'withdrawn',
        to: retired.to,
        on: retired.on,
        reason: retired.reason,
      };
    return { status: 'missing', nearest: nearest(id.slice(0, 100), [...this.#table(table).keys()], 5) };
  }

  events(
    query: EventQuery | Readonly<Record<string, string | readonly string[]>> = {},
    page: PageRequest = {},
  ): Page<Event> {
    const asked = isQuery(query) ? query : fromRecord(query);
    const { rows, conditions } = this.#matching(asked);
    const count = this.snapshot.events.length;
    return {
      ...this.#page(rows, canonicalQuery(asked), page, (row) => this.snapshot.events[row]),
      emptiedBy:
        rows.length > 0
          ? []
          : conditions
              .map((condition) => ({
                parameter: condition.parameter,
                total: passingRows(conditions, count, condition).length,
              }))
              .filter(({ total }) => total > 0)
              .sort((a, b) => b.total - a.total),
    };
  }

  page<T extends keyof Rows>(table: T, page: PageRequest = {}): Page<Rows[T]> {
    return { ...this.#page(this.list(table), table, page, (row) => row), emptiedBy: [] };
  }

  all(query: EventQuery): readonly Event[] {
    return this.#matching(query).rows.flatMap((row) => this.snapshot.events[row] ?? []);
  }

  aggregate(query: EventQuery, groupBy: readonly GroupKey[]): readonly Group[] {
    return countBy(this.all(query), groupBy, query.tz, this.#lookup());
  }

  search(
    text: string,
    options: { lang?: Lang; limit?: number; tables?: readonly SearchHit['table'][] } = {},
  ): readonly SearchHit[] {
    const asked = readSearch(text.slice(0, 300));
    if (asked.words.length + asked.phrases.length === 0) return [];
    this.#search ??= this.#makeSearch();
    const { entries, text: index } = this.#search;
    const words = [...asked.words, ...asked.phrases.flatMap((phrase) => phrase.split(' '))];
    return [...index.match(asked.words, asked.phrases, asked.notWords)]
      .flatMap(([row, score]) => {
        const entry = entries[row];
        return entry && (options.tables?.includes(entry.table) ?? true) ? [{ entry, score }] : [];
      })
      .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
      .slice(0, options.limit ?? 20)
      .map(({ entry, score }) => describeHit(entry, score, words, options.lang));
  }

  around(id: string, count: number): { before: readonly Event[]; after: readonly Event[] } {
    const { events } = this.snapshot;
    const at = events.findIndex((event) => event.id === id);
    const actors = new Set(actingStates(events[at]));
    const shared = (event: Event) =>
      actingStates(event).filter((actor) => actors.has(actor)).length >= Math.min(2, actors.size);
    if (at < 0) return { before: [], after: [] };
    // Outwards from the event: neighbours are near, and the rest need not be looked at.
    const nearest = (step: 1 | -1) => {
      const found: Event[] = [];
      for (let i = at + step; i >= 0 && i < events.length && found.length < count; i += step) {
        const event = events[i];
        if (event && shared(event)) found.push(event);
      }
      return found;
    };
    return { before: nearest(-1).reverse(), after: nearest(1) };
  }

  officesAt(person: string, day: string): readonly { title: string; actor: string; level: Level }[] {
    const row = this.#table('persons').get(person);
    const parsed = parseEdtf(day);
    if (!row || !parsed.ok) return [];
    const { start, end } = utcInterval(parsed.value, 'UTC');
    return row.offices
      .filter(
        ({ from, to }) =>
          (from?.start == null || end === null || Date.parse(from.start) < end) &&
          (to?.end == null || start === null || start < Date.parse(to.end)),
      )
      .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
      .map(({ title, actor, level }) => ({ title: title.en, actor, level }));
  }

  /** One page of a list, with cursors bound to what was asked and to this release. */
  #page<A, B>(
    list: readonly A[],
    asked: string,
    { limit = DEFAULT_LIMIT, cursor }: PageRequest,
    read: (item: A) => B | undefined,
  ) {
    const boundTo = `${this.release}\n${this.snapshot.manifest.digest}\n${asked}`;
    const start = cursor === undefined ? { ok: true as const, value: 0 } : readCursor(cursor, boundTo);
    if (!start.ok) throw new QueryError(start.problems);
    const { value: offset } = start;
    return {
      rows: list.slice(offset, offset + limit).flatMap((item) => read(item) ?? []),
      total: list.length,
      next: offset + limit < list.length ? writeCursor(offset + limit, boundTo) : null,
      prev: offset > 0 ? writeCursor(Math.max(0, offset - limit), boundTo) : null,
    };
  }

  #matching(query: EventQuery) {
    this.#index ??= new EventIndex(this.snapshot);
    const { conditions, scores } = this.#index.conditions(
      query,
      () => (this.#eventText ??= new TextIndex(eventTexts(this.snapshot))),
    );
    const passing = passingRows(conditions, this.snapshot.events.length);
    const rows =
      query.sample === undefined ? passing : sampleOf(passing, query.sample, query.seed ?? '', this.snapshot.events);
    return { conditions, rows: order(rows, query, this.snapshot.events, scores) };
  }

  #makeSearch(): { entries: readonly Entry[]; text: TextIndex } {
    const entries = allEntries(this.snapshot, eventTexts(this.snapshot));
    return { entries, text: new TextIndex(entries.map(({ texts }) => texts)) };
  }

  #lookup(): Lookup {
    return { sources: this.#table('sources'), types: this.#table('types') };
  }

  #table<T extends keyof Rows>(table: T): ReadonlyMap<string, Rows[T]> {
    const known = this.#byId.get(table) as ReadonlyMap<string, Rows[T]> | undefined;
    if (known) return known;
    const made = new Map(this.list(table).map((row) => [row.id as string, row]));
    this.#byId.set(table, made);
    return made;
  }
}

/** Rows arrive in order of date, the order of the table; other orders fall back to it. */
function order(
  rows: number[],
  query: EventQuery,
  events: readonly Event[],
  scores: ReadonlyMap<number, number>,
): number[] {
  const by = (key: (row: number) => string | number, direction: 1 | -1) =>
    rows.sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      return direction * (x < y ? -1 : x > y ? 1 : a - b);
    });
  switch (query.sort) {
    case 'date':
      return rows;
    case '-date':
      return rows.reverse();
    case 'relevance':
      return rows.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
    case 'id':
      return by((row) => events[row]?.id ?? '', 1);
    case '-id':
      return by((row) => events[row]?.id ?? '', -1);
    case 'known':
      return by((row) => events[row]?.knownAt ?? '~', 1);
    case '-known':
      return by((row) => events[row]?.knownAt ?? '', -1);
  }
}

function actingStates(event: Event | undefined): string[] {
  return (event?.participants ?? [])
    .filter(({ role }) => role === 'party' || role === 'initiator' || role === 'target')
    .map(({ actor }) => actor);
}

function isQuery(query: object): query is EventQuery {
  return 'dateMatch' in query;
}

function fromRecord(record: Readonly<Record<string, string | readonly string[]>>): EventQuery {
  const pairs = Object.entries(record).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((text): [string, string] => [name, text]),
  );
  const parsed = parseQuery(pairs);
  if (!parsed.ok) throw new QueryError(parsed.problems);
  return parsed.value;
}
