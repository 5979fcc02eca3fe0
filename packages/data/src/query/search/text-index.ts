import { editDistance } from '../nearest.ts';
import { fold, tokenize } from './tokenize.ts';

/** A text to search, with how much a hit in it counts. */
export interface WeightedText {
  readonly text: string;
  readonly weight: number;
}

/** Saturation and length normalisation of BM25 (Robertson & Zaragoza 2009), at their usual values. */
const K1 = 1.2;
const B = 0.75;
/** A prefix or a one-letter slip counts, but never as much as the word itself. */
const PREFIX = 0.6;
const SLIP = 0.4;

/** Inverted index over rows of weighted texts. Built once, then read only. */
export class TextIndex {
  readonly #postings = new Map<string, Map<number, number>>();
  readonly #vocabulary: string[];
  readonly #lengths: number[];
  readonly #meanLength: number;
  readonly #folded: string[];

  constructor(rows: readonly (readonly WeightedText[])[]) {
    this.#lengths = rows.map((texts, row) => this.#add(row, texts));
    this.#meanLength = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(rows.length, 1);
    this.#vocabulary = [...this.#postings.keys()].sort();
    this.#folded = rows.map((texts) => texts.map(({ text }) => fold(text)).join('\n'));
  }

  /** Score of every row that holds all words and phrases and none of `notWords`; six significant digits, so that engines agree. */
  match(words: readonly string[], phrases: readonly string[], notWords: readonly string[]): Map<number, number> {
    const scores = this.#all(words);
    for (const [row] of scores) {
      const text = this.#folded[row] ?? '';
      if (
        phrases.some((phrase) => !text.includes(phrase)) ||
        notWords.some((word) => this.#postings.get(word)?.has(row))
      ) {
        scores.delete(row);
      }
    }
    return new Map([...scores].map(([row, score]) => [row, Number(score.toPrecision(6))]));
  }

  #all(words: readonly string[]): Map<number, number> {
    if (words.length === 0) return new Map(this.#lengths.map((_, row) => [row, 0]));
    let scores: Map<number, number> | undefined;
    words.forEach((word, i) => {
      const hits = this.#scoreWord(word, i === words.length - 1);
      if (!scores) scores = hits;
      else scores = intersect(scores, hits);
    });
    return scores ?? new Map();
  }

  #scoreWord(word: string, isLast: boolean): Map<number, number> {
    const hits = new Map<number, number>();
    const take = (token: string, factor: number) => {
      const rows = this.#postings.get(token);
      if (!rows) return;
      const idf = Math.log(1 + (this.#lengths.length - rows.size + 0.5) / (rows.size + 0.5));
      for (const [row, weight] of rows) {
        const norm = K1 * (1 - B + (B * (this.#lengths[row] ?? 0)) / this.#meanLength);
        const score = (factor * idf * weight * (K1 + 1)) / (weight + norm);
        if (score > (hits.get(row) ?? -1)) hits.set(row, score);
      }
    };
    take(word, 1);
    if (isLast && word.length >= 2) for (const token of this.#startingWith(word)) take(token, PREFIX);
    if (hits.size === 0 && word.length >= 5) {
      for (const token of this.#vocabulary) if (editDistance(word, token, 1) <= 1) take(token, SLIP);
    }
    return hits;
  }

  #startingWith(prefix: string): string[] {
    let low = 0;
    let high = this.#vocabulary.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#vocabulary[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let i = low; (this.#vocabulary[i] ?? '').startsWith(prefix); i++) found.push(this.#vocabulary[i] ?? '');
    return found;
  }

  #add(row: number, texts: readonly WeightedText[]): number {
    let length = 0;
    for (const { text, weight } of texts) {
      for (const token of tokenize(text)) {
        const rows = this.#postings.get(token.text) ?? new Map<number, number>();
        rows.set(row, (rows.get(row) ?? 0) + weight);
        this.#postings.set(token.text, rows);
        length++;
      }
    }
    return length;
  }
}

/** Rows in both, their scores added. */
function intersect(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): Map<number, number> {
  const both = new Map<number, number>();
  for (const [row, score] of a) {
    const other = b.get(row);
    if (other !== undefined) both.set(row, score + other);
  }
  return both;
}
