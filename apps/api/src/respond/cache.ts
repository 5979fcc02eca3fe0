/** A finished answer: its text and the pages beside it. */
export interface Finished {
  readonly text: string;
  readonly next: string | null;
  readonly prev: string | null;
}

/** Answers kept by name up to a number of characters; the least recently used goes first. */
export class AnswerCache {
  readonly #answers = new Map<string, Finished>();
  readonly #limit: number;
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string, make: () => Finished): Finished {
    const known = this.#answers.get(key);
    if (known !== undefined) {
      this.#answers.delete(key);
      this.#answers.set(key, known);
      return known;
    }
    const made = make();
    this.#answers.set(key, made);
    this.#size += key.length + made.text.length;
    for (const [oldest, gone] of this.#answers) {
      if (this.#size <= this.#limit) break;
      this.#answers.delete(oldest);
      this.#size -= oldest.length + gone.text.length;
    }
    return made;
  }
}
