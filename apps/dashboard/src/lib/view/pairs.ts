import type { Lang, PeninsulaRecord } from '@peninsula/data';
import { actorLabel } from '#lib/format/lang.ts';

export interface PairRow {
  /** As the address writes it; the actor with more events comes first, but the DPRK always second. */
  readonly pair: string;
  readonly name: string;
  readonly events: number;
}

const LEAST = 8;

/** Pairs with enough events between them to draw a curve, most first. */
export function pairsOf(record: PeninsulaRecord, lang: Lang): PairRow[] {
  const counts = new Map<string, number>();
  for (const event of record.list('events')) {
    for (const key of new Set(event.signals.map(({ from, to }) => pairAddress(from, to))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, n]) => n >= LEAST)
    .sort(([a, n], [b, k]) => k - n || (a < b ? -1 : 1))
    .map(([pair, events]) => ({
      pair,
      events,
      name: pair
        .split('~')
        .map((id) => actorLabel(record, id, lang).name)
        .join(' – '),
    }));
}

/** A pair in the order in which its page is addressed. */
export function pairAddress(a: string, b: string): string {
  const [first, second] = [a, b].sort() as [string, string];
  return first === 'KP' ? `${second}~KP` : `${first}~${second}`;
}
