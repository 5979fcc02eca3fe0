import { dayIn } from '../dates/index.ts';
import type { Event } from '../schema/index.ts';
import type { Group, GroupKey } from './contract.ts';
import { FIELDS, type Lookup } from './fields.ts';

export const GROUP_KEYS: readonly GroupKey[] = [
  'year',
  'quarter',
  'month',
  'actor',
  'dyad',
  'type',
  'family',
  'issue',
  'process',
  'level',
  'place',
  'source_country',
  'source_type',
];

/**
 * Counts events by up to three keys, ordered by key. An event with several values of a key counts once under each of them, so
 * the counts of a many-valued key may add to more than the events. Time keys go by the first day in `tz`.
 */
export function countBy(events: readonly Event[], keys: readonly GroupKey[], tz: string, lookup: Lookup): Group[] {
  const counts = new Map<string, number>();
  for (const event of events) {
    const values = keys.map((key) => [...new Set(valuesOf(event, key, tz, lookup))]);
    for (const combination of product(values)) {
      const name = combination.join('\u0000');
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => {
      const parts = name.split('\u0000');
      return { key: Object.fromEntries(keys.map((key, i) => [key, parts[i] ?? ''])), count };
    });
}

function valuesOf(event: Event, key: GroupKey, tz: string, lookup: Lookup): readonly string[] {
  if (key === 'year' || key === 'quarter' || key === 'month') {
    if (event.date.start === null) return [];
    const day = dayIn(Date.parse(event.date.start), tz);
    if (key === 'year') return [day.slice(0, 4)];
    if (key === 'month') return [day.slice(0, 7)];
    return [`${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`];
  }
  return FIELDS.find(({ name }) => name === key)?.values(event, lookup) ?? [];
}

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>((rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])), [[]]);
}
