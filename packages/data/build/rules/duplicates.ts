import { describeDate } from '../../src/dates/index.ts';
import type { AuthoredEvent } from '../../src/schema/index.ts';
import type { Located } from '../world.ts';
import { datesAreSound } from './sound.ts';
import type { Rule } from './rule.ts';

export const duplicates: Rule = {
  name: 'duplicates',
  says: 'Two events of one type, the same acting sides and overlapping days are one event unless distinctFrom says otherwise.',
  check(world, report) {
    const buckets = new Map<string, Located<AuthoredEvent>[]>();
    for (const event of world.events.values()) {
      if (!datesAreSound(event.value.date, event.value.zone)) continue;
      const key = bucketOf(event.value);
      const bucket = buckets.get(key);
      if (bucket) bucket.push(event);
      else buckets.set(key, [event]);
    }
    for (const bucket of buckets.values()) {
      bucket.forEach((event, i) => {
        for (const other of bucket.slice(0, i)) {
          const answered = event.value.distinctFrom.includes(other.id) || other.value.distinctFrom.includes(event.id);
          if (answered || !overlap(event.value, other.value)) continue;
          report(
            event,
            ['date'],
            `looks like ${other.id}: same type, same sides, overlapping days`,
            `merge the two, or add distinctFrom: [${other.id}] here`,
          );
        }
      });
    }
  },
};

function bucketOf(event: AuthoredEvent): string {
  const acting = event.participants
    .filter(({ role }) => role === 'party' || role === 'initiator')
    .map(({ actor, persons }) => [actor, ...(persons ?? [])].join('+'))
    .sort();
  return [event.type, event.place ?? '', ...acting].join(' ');
}

function overlap(a: AuthoredEvent, b: AuthoredEvent): boolean {
  // Month-long and longer dates overlap everything near them; only days and short intervals compare.
  const [x, y] = [describeDate(a.date, a.zone), describeDate(b.date, b.zone)];
  if (x.precision !== 'day' || y.precision !== 'day') return a.date === b.date;
  return (x.start ?? '') < (y.end ?? '') && (y.start ?? '') < (x.end ?? '');
}
