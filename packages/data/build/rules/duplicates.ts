import { describeDate } from '../../src/dates/index.ts';
import type { AuthoredEvent } from '../../src/schema/index.ts';
import type { Located } from '../world.ts';
import { datesAreSound } from './sound.ts';
import type { Rule } from './rule.ts';

export const duplicates: Rule = {
  name: 'duplicates',
  says: 'Two events of one type, the same acting sides and overlapping days (a day more where the zones differ) are one event unless a link or distinctFrom says otherwise.',
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
          if (answered(event, other) || !near(event.value, other.value) || differ(event.value, other.value)) continue;
          report(
            event,
            ['date'],
            `looks like ${other.id}: same type, same sides, overlapping days`,
            `merge the two, link them, or add distinctFrom: [${other.id}] here`,
          );
        }
      });
    }
  },
};

const acting = ({ participants }: AuthoredEvent) =>
  participants.filter(({ role }) => role === 'party' || role === 'initiator');

function bucketOf(event: AuthoredEvent): string {
  return [event.type, ...new Set(acting(event).map(({ actor }) => actor as string))].sort().join(' ');
}

/** Someone who wrote the one knew of the other. */
function answered(a: Located<AuthoredEvent>, b: Located<AuthoredEvent>): boolean {
  const names = (one: Located<AuthoredEvent>, other: string) =>
    one.value.distinctFrom.includes(other) || one.value.links.some(({ to }) => to === other);
  return names(a, b.id) || names(b, a.id);
}

/** Other persons acted. */
function differ(a: AuthoredEvent, b: AuthoredEvent): boolean {
  const persons = (event: AuthoredEvent) => acting(event).flatMap(({ persons: named }) => named ?? []);
  const [x, y] = [persons(a), persons(b)];
  return x.length > 0 && y.length > 0 && !x.some((person) => y.includes(person));
}

const DAY = 86_400_000;

/** Overlapping; told in two zones, within a day of each other: the same day is another date on the other side of the world. */
function near(a: AuthoredEvent, b: AuthoredEvent): boolean {
  const [x, y] = [describeDate(a.date, a.zone), describeDate(b.date, b.zone)];
  // Month-long and longer dates overlap everything near them; only days and short intervals compare.
  if (x.precision !== 'day' || y.precision !== 'day') return a.date === b.date;
  const at = (text: string | null) => Date.parse(text ?? '');
  const slack = a.zone === b.zone ? 0 : DAY;
  return at(x.start) < at(y.end) + slack && at(y.start) < at(x.end) + slack;
}
