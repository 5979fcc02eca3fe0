import type { Event, Lang } from '@peninsula/data';
import type { MapRing } from '#lib/charts/map.ts';
import { eventDate } from '#lib/format/dates.ts';
import { m } from '#lib/paraglide/messages.js';

interface Given {
  readonly km: number;
  readonly by: string;
}

/** What was published about how far and how high the missiles of one launch flew. */
export interface DistanceRow {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly range: readonly Given[];
  readonly apogee: readonly Given[];
}

export function distancesOf(events: readonly Event[], lang: Lang): DistanceRow[] {
  return events
    .flatMap((event) => {
      const { rangeKm = [], apogeeKm = [] } = event.detail.launch ?? {};
      if (rangeKm.length + apogeeKm.length === 0) return [];
      const given = ({ value, by }: { value: number; by: string }): Given => ({ km: value, by });
      return [
        {
          id: event.id,
          title: event.title[lang],
          when: eventDate(event, lang, 'short'),
          range: rangeKm.map(given),
          apogee: apogeeKm.map(given),
        },
      ];
    })
    .reverse();
}

/** One ring per distance flown, rounded to the kilometre, with who gave it. Heights are no distance on the ground. */
export function ringsOf(rows: readonly DistanceRow[], lang: Lang): MapRing[] {
  const namers = new Map<number, string[]>();
  for (const { range } of rows) {
    for (const { km, by } of range) {
      const whole = Math.round(km);
      if (whole > 0) namers.set(whole, [...(namers.get(whole) ?? []), by]);
    }
  }
  const order = [...namers].sort(([a], [b]) => a - b);
  const most = order.at(-1)?.[0];
  const byMention = [...order].sort(
    ([a, x], [b, y]) => Number(b === most) - Number(a === most) || y.length - x.length || b - a,
  );
  return order.map(([km, by]) => ({
    km,
    label: ringWords(km, by, lang),
    rank: byMention.findIndex(([k]) => k === km),
  }));
}

const LONG = 24;

/** Rings that can be told apart: of those closer than so many km, the one that weighs most. */
export function apart(rings: readonly MapRing[], km: number): MapRing[] {
  const kept: MapRing[] = [];
  for (const ring of [...rings].sort((a, b) => a.rank - b.rank)) {
    if (kept.every((other) => Math.abs(other.km - ring.km) >= km)) kept.push(ring);
  }
  return kept.sort((a, b) => a.km - b.km);
}

function ringWords(km: number, by: readonly string[], lang: Lang): string {
  const distance = new Intl.NumberFormat(lang).format(km);
  const first = short(by[0] ?? '');
  return by.length > 1
    ? m.map_ring_more({ km: distance, by: first, n: by.length - 1 })
    : m.map_ring({ km: distance, by: first });
}

/** A namer short enough for the map; the list beside it has the whole. */
const short = (by: string): string => (by.length > LONG ? `${by.slice(0, LONG - 1).trimEnd()}…` : by);
