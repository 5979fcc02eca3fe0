import type { Event, Lang } from '@peninsula/data';
import { type CalendarDate, type Edtf, parseEdtf } from '@peninsula/data/dates';
import { m } from '#lib/paraglide/messages.js';

/** English dates are day-first, as the record writes them. */
const LOCALES: Record<Lang, string> = { en: 'en-GB', 'zh-Hans': 'zh-Hans', 'zh-Hant': 'zh-Hant', ko: 'ko' };

type Style = 'long' | 'short' | 'weekday';

/** An EDTF date written out: 5 October 2019, 27–28 February 2019, about December 2019, 2019. */
export function writeDate(edtf: string, lang: Lang, style: Style = 'long'): string {
  const parsed = parseEdtf(edtf);
  return parsed.ok ? write(parsed.value, lang, style) : edtf;
}

export const eventDate = (event: Pick<Event, 'date'>, lang: Lang, style: Style = 'long'): string =>
  writeDate(event.date.edtf, lang, style);

/** True where the date covers more than the event lasted: it is marked uncertain or rough, or names no day. */
export function isRough({ uncertain, approximate, edtf }: Event['date']): boolean {
  return uncertain || approximate || edtf.includes('X') || !/\d{4}-\d{2}-\d{2}/.test(edtf);
}

function write(value: Edtf, lang: Lang, style: Style): string {
  if (value.kind === 'date') return marked(value.date, writeOne(value.date, lang, style));
  const { from, to } = value;
  if (typeof from !== 'object') return typeof to === 'object' ? m.date_before({ date: writeOne(to, lang, style) }) : '';
  if (typeof to !== 'object') return m.date_since({ date: writeOne(from, lang, style) });
  const format = formatter(lang, style, from.day !== null && to.day !== null, from.month !== null && to.month !== null);
  return marked(from, format.formatRange(at(from), at(to)));
}

function marked(date: CalendarDate, text: string): string {
  if (date.approximate) return m.date_about({ date: text });
  return date.uncertain ? m.date_possibly({ date: text }) : text;
}

function writeOne(date: CalendarDate, lang: Lang, style: Style): string {
  return formatter(lang, style, date.day !== null, date.month !== null && date.month <= 12).format(at(date));
}

function at({ year, month, day }: CalendarDate): Date {
  return new Date(Date.UTC(year, month !== null && month <= 12 ? month - 1 : 0, day ?? 1));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: Lang, style: Style, day: boolean, month: boolean): Intl.DateTimeFormat {
  const key = `${lang} ${style} ${String(day)} ${String(month)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALES[lang], {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month ? { month: style === 'short' ? 'short' : 'long' } : {}),
    ...(day ? { day: 'numeric' } : {}),
    ...(day && style === 'weekday' ? { weekday: 'long' } : {}),
  });
  formatters.set(key, made);
  return made;
}
