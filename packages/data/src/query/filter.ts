import { parseEdtf, utcInterval } from '../dates/index.ts';
import type { Event, Snapshot } from '../schema/index.ts';
import type { EventQuery, Terms } from './contract.ts';
import { FIELDS, type Field, type Lookup } from './fields.ts';
import { readSearch, type SearchText } from './search/grammar.ts';
import type { TextIndex } from './search/text-index.ts';

/** One condition of a query: its parameter, and the rows that pass it. */
export interface Condition {
  readonly parameter: string;
  readonly passes: Uint8Array;
}

/** Rows by value, per field; each made at its first use. */
export class EventIndex {
  readonly #snapshot: Snapshot;
  readonly #lookup: Lookup;
  readonly #postings = new Map<Field, ReadonlyMap<string, readonly number[]>>();
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#lookup = {
      sources: new Map(snapshot.sources.map((source) => [source.id as string, source])),
      types: new Map(snapshot.types.map((type) => [type.id as string, type])),
    };
    this.#starts = Float64Array.from(snapshot.events, ({ date }) =>
      date.start === null ? -Infinity : Date.parse(date.start),
    );
    this.#ends = Float64Array.from(snapshot.events, ({ date }) =>
      date.end === null ? Infinity : Date.parse(date.end),
    );
  }

  /** The conditions of a query, each on its own; a row matches where all pass. `scores` ranks the text part. */
  conditions(
    query: EventQuery,
    text: () => TextIndex,
  ): { conditions: Condition[]; scores: ReadonlyMap<number, number> } {
    const conditions: Condition[] = [];
    const add = (parameter: string, passes: Uint8Array) => conditions.push({ parameter, passes });
    if (query.from !== undefined) add('from', this.#window(query.from, undefined, query));
    if (query.to !== undefined) add('to', this.#window(undefined, query.to, query));
    for (const field of FIELDS) {
      const terms = query[field.key];
      if (terms) add(field.name, this.#terms(field, terms));
    }
    const { knownBy, minSources, bbox } = query;
    if (knownBy !== undefined)
      add(
        'known_by',
        this.#where(({ knownAt }) => knownAt !== null && knownAt <= knownBy),
      );
    if (minSources !== undefined)
      add(
        'min_sources',
        this.#where(({ evidence }) => evidence.length >= minSources),
      );
    if (bbox) add('bbox', this.#inBox(bbox));
    let scores: ReadonlyMap<number, number> = new Map();
    if (query.q !== undefined) {
      const search = readSearch(query.q);
      scores = text().match(search.words, search.phrases, search.notWords);
      add('q', this.#search(search, scores, query));
    }
    return { conditions, scores };
  }

  #search(search: SearchText, scores: ReadonlyMap<number, number>, query: EventQuery): Uint8Array {
    const passes = new Uint8Array(this.#snapshot.events.length);
    for (const row of scores.keys()) passes[row] = 1;
    for (const [field, terms] of search.terms) keep(passes, this.#terms(field, terms));
    if (search.after !== undefined) keep(passes, this.#window(search.after, undefined, query));
    if (search.before !== undefined) keep(passes, this.#window(undefined, search.before, query));
    return passes;
  }

  #terms(field: Field, terms: Terms): Uint8Array {
    const rows = this.#rowsBy(field);
    const passes = this.#where(() => true);
    for (const group of terms.all) {
      const any = new Uint8Array(passes.length);
      for (const value of group) for (const row of rows.get(value) ?? []) any[row] = 1;
      keep(passes, any);
    }
    for (const value of terms.not) for (const row of rows.get(value) ?? []) passes[row] = 0;
    return passes;
  }

  #rowsBy(field: Field): ReadonlyMap<string, readonly number[]> {
    const known = this.#postings.get(field);
    if (known) return known;
    const rows = new Map<string, number[]>();
    this.#snapshot.events.forEach((event, row) => {
      for (const value of new Set(field.values(event, this.#lookup))) {
        const list = rows.get(value);
        if (list) list.push(row);
        else rows.set(value, [row]);
      }
    });
    this.#postings.set(field, rows);
    return rows;
  }

  /** Rows whose date overlaps, lies within, or certainly lies within the window. */
  #window(from: string | undefined, to: string | undefined, { tz, dateMatch }: EventQuery): Uint8Array {
    const start = from === undefined ? -Infinity : edge(from, tz, 'start');
    const end = to === undefined ? Infinity : edge(to, tz, 'end');
    return this.#where(({ date }, row) => {
      const [first, last] = [this.#starts[row] ?? -Infinity, this.#ends[row] ?? Infinity];
      if (dateMatch === 'overlaps') return first < end && last > start;
      return first >= start && last <= end && (dateMatch === 'within' || !(date.uncertain || date.approximate));
    });
  }

  #inBox([west, south, east, north]: readonly [number, number, number, number]): Uint8Array {
    const inside = new Set(
      this.#snapshot.places
        .filter(
          ({ lat, lon }) =>
            lat >= south && lat <= north && (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east),
        )
        .map(({ id }) => id as string),
    );
    return this.#where(({ place }) => place !== null && inside.has(place));
  }

  #where(test: (event: Event, row: number) => boolean): Uint8Array {
    return Uint8Array.from(this.#snapshot.events, (event, row) => (test(event, row) ? 1 : 0));
  }
}

/** Rows that pass every condition, but for one that may be left out. */
export function passingRows(conditions: readonly Condition[], count: number, without?: Condition): number[] {
  const rows: number[] = [];
  const active = conditions.filter((condition) => condition !== without);
  for (let row = 0; row < count; row++) if (active.every(({ passes }) => passes[row] === 1)) rows.push(row);
  return rows;
}

function keep(passes: Uint8Array, also: Uint8Array): void {
  for (let row = 0; row < passes.length; row++) if (also[row] === 0) passes[row] = 0;
}

function edge(text: string, tz: string, side: 'start' | 'end'): number {
  const parsed = parseEdtf(text);
  const open = side === 'start' ? -Infinity : Infinity;
  return parsed.ok ? (utcInterval(parsed.value, tz)[side] ?? open) : open;
}
