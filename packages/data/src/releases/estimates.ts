import { DEFAULTS } from '../models/defaults.ts';
import { DIMENSIONS, fitRelation, levelAt, type Dimension } from '../models/relation.ts';
import type { Snapshot } from '../schema/index.ts';

/** The largest move of one level between two releases, at a weekly point of the days both cover. */
export interface Moved {
  readonly pair: string;
  readonly dimension: Dimension;
  /** New level minus old, per 30 days, where they lie furthest apart. */
  readonly by: number;
  readonly date: string;
  readonly before: number;
  readonly after: number;
}

const DAY = 86_400_000;

/** Whether a release moved any estimate: the largest move per pair and dimension, largest first. `from` and `to` are days from 1970. */
export function movedEstimates(
  before: Snapshot,
  after: Snapshot,
  pairs: readonly (readonly [string, string])[],
  window: { readonly from: number; readonly to: number },
): Moved[] {
  const fit = (snapshot: Snapshot, pair: readonly [string, string]) =>
    fitRelation(snapshot.events, new Map(snapshot.sources.map((source) => [source.id as string, source])), {
      pair,
      ...window,
      ...DEFAULTS,
    });
  return pairs
    .flatMap((pair) => {
      const [old, now] = [fit(before, pair), fit(after, pair)];
      return DIMENSIONS.map((dimension): Moved => {
        let most: Moved = { pair: pair.join('~'), dimension, by: 0, date: iso(window.from), before: 0, after: 0 };
        for (let day = window.from; day <= window.to; day += 7) {
          const [was, is] = [levelAt(old, dimension, day).mean, levelAt(now, dimension, day).mean];
          if (Math.abs(is - was) > Math.abs(most.by))
            most = { ...most, by: is - was, date: iso(day), before: was, after: is };
        }
        return most;
      });
    })
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
}

const iso = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
