import { isZone, parseEdtf } from '../../src/dates/index.ts';

/** False for dates another rule already reports; rules that compute with dates skip those. */
export function datesAreSound(date: string, zone: string): boolean {
  return parseEdtf(date).ok && isZone(zone);
}
