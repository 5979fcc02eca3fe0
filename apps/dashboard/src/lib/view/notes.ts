import type { Event, Lang, PeninsulaRecord } from '@peninsula/data';
import { sourceLine, type SourceLine } from './sources.ts';

/** A source as a numbered note. */
export interface Note extends SourceLine {
  readonly n: number;
  /** Its title, or where it leads if none is recorded. */
  readonly title: string;
  readonly titled: boolean;
  readonly lang: string;
  /** What it says for this record, where the record itself cites it. */
  readonly says: string | null;
}

/** Numbers sources in the order in which a page refers to them; sources of the record that nothing refers to come last. */
export class Notes {
  readonly #record: PeninsulaRecord;
  readonly #evidence: Event['evidence'];
  readonly #lang: Lang;
  readonly #numbers = new Map<string, number>();

  constructor(record: PeninsulaRecord, evidence: Event['evidence'], lang: Lang) {
    this.#record = record;
    this.#evidence = evidence;
    this.#lang = lang;
  }

  /** Notes for the record's own numbers, which count from 1. */
  own(numbers: readonly number[]): number[] {
    return this.of(numbers.flatMap((n) => this.#evidence[n - 1]?.source ?? []));
  }

  /** Notes for sources by id; an id that is no source has none. */
  of(sources: readonly string[]): number[] {
    const numbers = sources
      .filter((id) => this.#record.get('sources', id).status === 'found')
      .map((id) => this.#numbers.get(id) ?? this.#add(id));
    return [...new Set(numbers)];
  }

  /** How many have a number so far. */
  get count(): number {
    return this.#numbers.size;
  }

  all(): Note[] {
    this.of(this.#evidence.map(({ source }) => source));
    return [...this.#numbers].flatMap(([id, n]) => {
      const found = this.#record.get('sources', id);
      const [line] = sourceLine(this.#record, id, this.#lang);
      if (found.status !== 'found' || !line) return [];
      const { title, lang, url } = found.value;
      const says = this.#evidence.find(({ source }) => source === id)?.says ?? null;
      return [
        { ...line, n, title: title ?? hostOf(url), titled: title !== null, lang: title === null ? 'en' : lang, says },
      ];
    });
  }

  #add(id: string): number {
    const n = this.#numbers.size + 1;
    this.#numbers.set(id, n);
    return n;
  }
}

/** What a source without a recorded title is called: where it leads. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}
