import { isZone, parseEdtf } from '../../src/dates/index.ts';
import type { Rule } from './rule.ts';

/** Fields that hold an EDTF date wherever they stand in a record. */
const DATE_FIELDS = new Set(['date', 'published', 'accessed', 'from', 'to', 'on', 'released']);

export const dates: Rule = {
  name: 'dates',
  says: 'Every date is EDTF level 1 in a zone that exists, and an event lies in the folder of its year.',
  check(world, report) {
    const tables = [world.events, world.documents, world.persons, world.places, world.processes, world.redirects];
    const all = [...tables.flatMap((table) => [...table.values()]), ...(world.dataset ? [world.dataset] : [])];
    for (const record of all) {
      walk(record.value, [], (path, key, value) => {
        if (typeof value !== 'string') return;
        if (key === 'zone' && !isZone(value)) {
          report(record, path, `${JSON.stringify(value)} is not a time zone`, 'use an IANA name, e.g. Asia/Pyongyang');
        }
        // A signal's from and to are actors, not dates.
        if (!DATE_FIELDS.has(key) || path.includes('signals') || path.includes('links')) return;
        const parsed = parseEdtf(value);
        if (!parsed.ok) report(record, path, `${JSON.stringify(value)} is not a date`, parsed.detail);
      });
    }
    for (const event of world.events.values()) {
      const year = /^-?\d{4}/.exec(event.value.date)?.[0];
      const folder = event.file.split('/')[1];
      if (year !== undefined && folder !== year) {
        report(
          event,
          ['date'],
          `the event of ${year} lies in folder ${folder ?? ''}`,
          `move the file to events/${year}/`,
        );
      }
    }
  },
};

function walk(
  value: unknown,
  path: PropertyKey[],
  visit: (path: PropertyKey[], key: string, value: unknown) => void,
): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, child] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    visit(at, key, child);
    walk(child, at, visit);
  }
}
