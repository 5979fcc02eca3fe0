import type { Event, Lang } from '@peninsula/data';
import type { MonthCount } from '#lib/charts/bars.ts';
import { writeDate } from '#lib/format/dates.ts';
import { monthOf, monthsBetween, monthStart, spanOf } from '#lib/format/days.ts';

/** The month an event is counted in: that of its first possible day. */
export const monthOfEvent = (event: Event): string => monthOf(spanOf(event.date.edtf).from);

/** Events per month, in one pass. */
export function countMonths(events: readonly Event[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) {
    const month = monthOfEvent(event);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}

/** Two sets of events per month, from the first month of either to the last, empty months included. */
export function countTwo(up: readonly Event[], down: readonly Event[], lang: Lang): (MonthCount & { label: string })[] {
  const above = countMonths(up);
  const below = countMonths(down);
  const months = [...above.keys(), ...below.keys()].sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  return monthsBetween(monthStart(first), monthStart(last)).map((month) => ({
    month,
    up: above.get(month) ?? 0,
    down: below.get(month) ?? 0,
    label: writeDate(month, lang, 'short'),
  }));
}
