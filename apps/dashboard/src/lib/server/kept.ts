/** An answer as it went over the wire. */
export interface Kept {
  readonly status: number;
  readonly headers: readonly [string, string][];
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Finished answers, the least lately asked for given up first once they hold more than `most` bytes. */
export class KeptAnswers {
  readonly #most: number;
  #bytes = 0;
  #answers = new Map<string, Kept>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Kept | undefined {
    const found = this.#answers.get(key);
    if (!found) return undefined;
    this.#answers.delete(key);
    this.#answers.set(key, found);
    return found;
  }

  put(key: string, answer: Kept): void {
    if (answer.body.length > this.#most / 8 || this.#answers.has(key)) return;
    this.#answers.set(key, answer);
    this.#bytes += answer.body.length;
    for (const [old, { body }] of this.#answers) {
      if (this.#bytes <= this.#most) return;
      this.#answers.delete(old);
      this.#bytes -= body.length;
    }
  }
}
