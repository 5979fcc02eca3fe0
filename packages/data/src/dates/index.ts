export { askedDay, type AskedDay } from './asked.ts';
export { type CalendarDate, daysFromCivil, type Edtf, type EdtfResult, firstDay, lastDay, parseEdtf } from './edtf.ts';
export { compareDates, describeDate } from './published.ts';
export { dayIn, instant, isZone, midnight, utcInterval } from './zone.ts';
