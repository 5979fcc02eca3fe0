import type { Lang, PeninsulaRecord } from '@peninsula/data';
import { parseEdtf } from '@peninsula/data/dates';
import { nearest } from '@peninsula/data/query';
import { MAIN_ACTORS } from '#lib/charts/actors.ts';
import { writeDate } from '#lib/format/dates.ts';
import { isoDay, monthEnd, monthOf, monthStart, spanOf } from '#lib/format/days.ts';
import { label } from '#lib/format/labels.ts';
import { actorLabel, countryName } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { USUAL } from './compare-address.ts';
import { monthOfEvent } from './months.ts';
import { pairsOf } from './pairs.ts';

/** Countries whose sources can stand side by side: those that act in the record, and international publishers. */
const VIEWS = ['CN', 'US', 'KR', 'KP', 'JP', 'RU', 'INT'];
const AT_MOST = 4;
/** Fewer sources than this are no view of anything. */
const LEAST_SOURCES = 20;
/** A window is a month or something like it, in days. */
const LONGEST = 92;

const PRESETS = ['2017-09', '2018-06', '2019-02', '2019-12'] as const;

/** What an address asks for. What it gets wrong is replaced by the usual, and said. */
export interface CompareSettings {
  /** As the address writes it: a month, a day, or an interval of at most three months. */
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly words: string;
  readonly views: readonly string[];
  readonly pair: string;
  readonly sides: string;
  /** Levels raised to the average of all sources, so that their intervals compare. */
  readonly even: boolean;
}

export interface CompareForm {
  readonly earlier: { readonly month: string; readonly text: string } | null;
  readonly later: { readonly month: string; readonly text: string } | null;
  readonly presets: readonly { readonly month: string; readonly text: string }[];
  readonly views: readonly { readonly code: string; readonly name: string; readonly on: boolean }[];
  readonly pairs: readonly { readonly value: string; readonly text: string }[];
  readonly sides: readonly { readonly value: string; readonly text: string }[];
}

/** A place of publication in words: as the record names the state, where it names it in the reader's language. */
export function viewName(record: PeninsulaRecord, code: string, lang: Lang): string {
  const state = lang === 'en' ? null : record.get('actors', code);
  return state?.status === 'found' ? state.value.short[lang] : countryName(code, lang, m.compare_international());
}

/** The same as an adjective: Chinese, American. */
export const viewAdjective = (code: string): string => label('compare_by', code);

export function readCompare(
  record: PeninsulaRecord,
  params: URLSearchParams,
  lang: Lang,
): { settings: CompareSettings; problems: readonly string[]; form: CompareForm } {
  const problems: string[] = [];
  const pairs = pairsOf(record, lang).map(({ pair, name }) => ({ value: pair, text: name }));
  const window = readWindow(params.get('month') ?? '', lang, problems);
  const choice = (name: string, known: readonly { value: string }[], usual: string) =>
    readPair(
      params.get(name) ?? '',
      known.map(({ value }) => value),
      usual,
      problems,
    );
  const sides = sidesOffered(record, lang);
  const asked = params.getAll('views').flatMap((text) => text.split(','));
  const settings = {
    ...window,
    views: readViews(record, asked, lang, problems),
    pair: choice('pair', pairs, USUAL.pair),
    sides: choice('sides', sides, USUAL.sides),
    even: params.get('scale') !== 'recorded',
  };
  return {
    settings,
    problems,
    form: {
      ...neighbours(record, settings, lang),
      presets: PRESETS.map((month) => ({ month, text: writeDate(month, lang) })),
      views: offered(record).map((code) => ({
        code,
        name: viewName(record, code, lang),
        on: settings.views.includes(code),
      })),
      pairs,
      sides,
    },
  };
}

function readWindow(asked: string, lang: Lang, problems: string[]) {
  const window = (month: string) => {
    const { from, to } = spanOf(month);
    return { month, from: isoDay(from), to: isoDay(to), words: writeDate(month, lang) };
  };
  const text = asked.trim();
  if (text === '') return window(USUAL.month);
  const parsed = parseEdtf(text);
  if (!/^\d{4}-\d{2}(-\d{2})?(\/\d{4}-\d{2}(-\d{2})?)?$/.test(text) || !parsed.ok || season(text))
    problems.push(m.compare_bad_month({ value: text.slice(0, 40) }));
  else {
    const { from, to } = spanOf(text);
    if (to - from < LONGEST) return window(text);
    problems.push(m.compare_bad_long({ value: text.slice(0, 40), n: LONGEST }));
  }
  return window(USUAL.month);
}

/** Months 21 to 24 are seasons in EDTF: real, but no month. */
const season = (text: string) => text.split('/').some((part) => Number(part.slice(5, 7)) > 12);

function readViews(record: PeninsulaRecord, asked: readonly string[], lang: Lang, problems: string[]): string[] {
  const codes = asked.map((code) => code.trim().toUpperCase()).filter(Boolean);
  const known = offered(record);
  for (const code of new Set(codes.filter((one) => !known.includes(one))))
    problems.push(
      m.compare_bad_view({
        value: code.slice(0, 20),
        others: known.map((one) => `${one} (${viewName(record, one, lang)})`).join(', '),
      }),
    );
  const views = known.filter((code) => codes.includes(code));
  if (views.length > AT_MOST) problems.push(m.compare_bad_many({ n: AT_MOST }));
  return views.length > 0 ? views.slice(0, AT_MOST) : [...USUAL.views];
}

function readPair(asked: string, known: readonly string[], usual: string, problems: string[]): string {
  if (asked === '') return usual;
  const turned = asked.split('~').reverse().join('~');
  const found = known.find((pair) => pair === asked) ?? known.find((pair) => pair === turned);
  if (found !== undefined) return found;
  problems.push(
    m.compare_bad_pair({
      value: asked.slice(0, 40),
      others: nearest(asked.slice(0, 40), known, 3).join(', ') || usual,
    }),
  );
  return usual;
}

function offered(record: PeninsulaRecord): string[] {
  const counts = new Map<string, number>();
  for (const { country } of record.list('sources')) if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  return VIEWS.filter((code) => (counts.get(code) ?? 0) >= LEAST_SOURCES);
}

/** Every two of the states whose positions are coded, the usual two first. */
function sidesOffered(record: PeninsulaRecord, lang: Lang): CompareForm['sides'] {
  const actors = MAIN_ACTORS.filter((actor) => actor !== 'UN');
  const pairs = actors.flatMap((a, i) => actors.slice(i + 1).map((b) => [a, b]));
  return [USUAL.sides.split('~'), ...pairs.filter((pair) => pair.join('~') !== USUAL.sides)].map((pair) => ({
    value: pair.join('~'),
    text: pair.map((id) => actorLabel(record, id, lang).name).join(' – '),
  }));
}

/** The month before and after, within the record. */
function neighbours(record: PeninsulaRecord, { from, to }: CompareSettings, lang: Lang) {
  const events = record.list('events');
  const bounds = [events[0], events.at(-1)].map((event) => (event ? monthOfEvent(event) : ''));
  const link = (month: string) =>
    month >= (bounds[0] ?? '') && month <= (bounds[1] ?? '') ? { month, text: writeDate(month, lang) } : null;
  return {
    earlier: link(monthOf(monthStart(from.slice(0, 7)) - 1)),
    later: link(monthOf(monthEnd(to.slice(0, 7)))),
  };
}
