import { describeDate, parseEdtf, utcInterval } from '../../src/dates/index.ts';
import type { AuthoredPerson } from '../../src/schema/index.ts';
import { Level } from '../../src/schema/index.ts';

type Office = AuthoredPerson['offices'][number];

/**
 * Offices whose span overlaps a date, highest level first. An open start or end reaches any day. Office dates are read in the
 * zone of the event, because appointments are published as civil dates.
 */
export function officesOn(person: AuthoredPerson, date: string, zone: string): Office[] {
  const on = describeDate(date, zone);
  return person.offices
    .filter((office) => {
      const start = edge(office.from, zone, 'start');
      const end = edge(office.to, zone, 'end');
      return (
        (start === null || on.end === null || start < on.end) && (end === null || on.start === null || on.start < end)
      );
    })
    .sort((a, b) => Level.options.indexOf(a.level) - Level.options.indexOf(b.level));
}

/** The office in which someone acts for an actor on a date, in English; null where none is recorded. */
export function officeTitle(
  person: AuthoredPerson | undefined,
  actor: string,
  date: string,
  zone: string,
): string | null {
  if (!person) return null;
  const held = officesOn(person, date, zone);
  return (held.find((office) => office.actor === actor) ?? held[0])?.title.en ?? null;
}

function edge(edtf: string | undefined, zone: string, side: 'start' | 'end'): string | null {
  if (edtf === undefined) return null;
  const parsed = parseEdtf(edtf);
  if (!parsed.ok) return null;
  const ms = utcInterval(parsed.value, zone)[side];
  return ms === null ? null : describeDate(edtf, zone)[side];
}
