import { firstDay, lastDay, parseEdtf } from '../../dates/index.ts';

/** First or last day of an EDTF date, in days from 1970. Throws RangeError on what is no date: the build refuses such a claim. */
export function dayOf(edtf: string, end: 'from' | 'to'): number {
  const parsed = parseEdtf(edtf);
  if (!parsed.ok || parsed.value.kind !== 'date') throw new RangeError(`${JSON.stringify(edtf)} is not a date`);
  return end === 'from' ? firstDay(parsed.value.date) : lastDay(parsed.value.date);
}
