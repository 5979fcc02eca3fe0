import type { Event, Lang, PeninsulaRecord, Source } from '@peninsula/data';
import { eventDate, writeDate } from '#lib/format/dates.ts';
import { label } from '#lib/format/labels.ts';
import { type ActorLabel, actorLabel, pick, type Said } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { type CompareSettings, viewAdjective, viewName } from './compare.ts';
import { typeName } from './event.ts';
import { monthOfEvent } from './months.ts';
import { type SourceLine, sourceLine } from './sources.ts';

/** The events of a window as the sources of each country tell them. */
export interface ToldView {
  readonly finding: string;
  readonly total: number;
  readonly columns: readonly {
    readonly code: string;
    readonly name: string;
    readonly events: number;
    /** Events no other of the countries compared tells of. */
    readonly alone: number;
    readonly sources: number;
    /** Sources among them in English: editions made for readers abroad count as well. */
    readonly english: number;
  }[];
  /** Which countries tell of how many events; the counts add up to the total. */
  readonly overlap: readonly {
    readonly who: readonly string[];
    readonly name: string;
    readonly n: number;
    readonly share: number;
  }[];
  readonly rows: readonly ToldRow[];
  /** Events that none of the countries compared tells of. */
  readonly untold: readonly {
    readonly id: string;
    readonly title: string;
    readonly when: string;
    readonly by: string;
  }[];
  readonly differing: readonly DifferingRow[];
  /** Months with events nearest to one that has none. */
  readonly near: readonly { readonly month: string; readonly text: string }[];
}

export interface ToldRow {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly type: string;
  readonly mark: 'all' | 'alone' | null;
  /** Who alone tells of it, in words. */
  readonly alone: string | null;
  readonly others: string | null;
  readonly cells: readonly {
    readonly code: string;
    readonly name: string;
    readonly none: string;
    readonly told: readonly Told[];
  }[];
}

/** One thing said, with every source of that country that says it so. */
export interface Told {
  readonly says: string;
  readonly quotes: readonly { readonly text: string; readonly lang: string }[];
  readonly sources: readonly SourceLine[];
}

export interface DifferingRow {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly outcomes: readonly {
    readonly actor: ActorLabel;
    readonly text: Said;
    readonly quote: string | null;
    readonly sources: readonly SourceLine[];
  }[];
  readonly accounts: readonly {
    readonly field: string;
    readonly values: readonly {
      readonly value: string;
      readonly heldBy: string | null;
      readonly used: boolean;
      readonly sources: readonly SourceLine[];
    }[];
    readonly preferred: string | null;
    readonly reason: string | null;
  }[];
}

export function toldView(record: PeninsulaRecord, settings: CompareSettings, lang: Lang): ToldView {
  const { views, from, to } = settings;
  const events = record.events({ from, to }, { limit: Number.MAX_SAFE_INTEGER }).rows;
  const tellers = new Map(events.map((event) => [event.id, tellersOf(record, event, views)]));
  const toldBy = ({ id }: Event) => tellers.get(id) ?? [];
  const alone = (code: string) => events.filter((event) => toldBy(event).join() === code).length;
  const columns = views.map((code) => {
    const sources = sourcesOf(record, events, code);
    return {
      code,
      name: viewName(record, code, lang),
      events: events.filter((event) => toldBy(event).includes(code)).length,
      alone: alone(code),
      sources: sources.length,
      english: sources.filter((source) => source.lang.startsWith('en')).length,
    };
  });
  return {
    finding: finding(
      settings,
      events.length,
      columns,
      events.filter((event) => toldBy(event).length === views.length),
    ),
    total: events.length,
    columns,
    overlap: overlapOf(record, events.map(toldBy), lang),
    rows: events
      .filter((event) => toldBy(event).length > 0)
      .map((event) => toldRow(record, event, views, toldBy(event), lang)),
    untold: events
      .filter((event) => toldBy(event).length === 0)
      .map((event) => ({
        ...heading(event, lang),
        by: otherCountries(record, event, [], lang) ?? m.compare_unknown(),
      })),
    differing: events
      .filter(({ accounts, outcomes }) => accounts.length + outcomes.length > 0)
      .map((event) => differingRow(record, event, lang)),
    near: events.length > 0 ? [] : nearMonths(record, from.slice(0, 7), lang),
  };
}

/** Which of the countries compared have a source for this event, in the order of the columns. */
function tellersOf(record: PeninsulaRecord, event: Event, views: readonly string[]): string[] {
  const countries = new Set(event.evidence.map(({ source }) => sourceOf(record, source)?.country));
  return views.filter((code) => countries.has(code));
}

function toldRow(
  record: PeninsulaRecord,
  event: Event,
  views: readonly string[],
  tellers: readonly string[],
  lang: Lang,
): ToldRow {
  const others = otherCountries(record, event, views, lang);
  const [only = ''] = tellers;
  const alone = tellers.length === 1 && views.length > 1;
  return {
    ...heading(event, lang),
    type: typeName(record, event.type, lang),
    mark: alone ? 'alone' : tellers.length === views.length && views.length > 1 ? 'all' : null,
    alone: !alone
      ? null
      : others === null
        ? m.compare_only_record({ who: viewAdjective(only) })
        : m.compare_only({ who: viewAdjective(only) }),
    others,
    cells: views.map((code) => ({
      code,
      name: viewName(record, code, lang),
      none: m.compare_no_source({ who: viewAdjective(code) }),
      told: toldIn(record, event, code, lang),
    })),
  };
}

/** What the sources of one country say of an event; sources that say the same stand together. */
function toldIn(record: PeninsulaRecord, event: Event, code: string, lang: Lang): Told[] {
  const said = new Map<string, { says: string; quotes: Told['quotes'][number][]; sources: SourceLine[] }>();
  for (const { source: id, says, quote } of event.evidence) {
    const source = sourceOf(record, id);
    if (source?.country !== code) continue;
    const one = said.get(says) ?? { says, quotes: [], sources: [] };
    said.set(says, one);
    if (quote !== undefined) one.quotes.push({ text: quote, lang: source.lang });
    one.sources.push(...sourceLine(record, id, lang).map((line) => ({ ...line, country: null })));
  }
  return [...said.values()];
}

function differingRow(record: PeninsulaRecord, event: Event, lang: Lang): DifferingRow {
  const sources = (numbers: readonly number[]) =>
    numbers.flatMap((n) => sourceLine(record, event.evidence[n - 1]?.source ?? '', lang));
  return {
    ...heading(event, lang),
    outcomes: event.outcomes.map(({ party, text, quote, evidence }) => ({
      actor: actorLabel(record, party, lang),
      text: pick(text, lang),
      quote: quote ?? null,
      sources: sources(evidence),
    })),
    accounts: event.accounts.map(({ field, values, preferred, reason }) => ({
      field,
      values: values.map(({ value, heldBy, evidence }) => ({
        value,
        heldBy: heldBy ?? null,
        used: value === preferred,
        sources: sources(evidence),
      })),
      preferred: preferred ?? null,
      reason: reason ?? null,
    })),
  };
}

function overlapOf(record: PeninsulaRecord, tellers: readonly (readonly string[])[], lang: Lang): ToldView['overlap'] {
  const counts = new Map<string, { who: readonly string[]; n: number }>();
  for (const who of tellers) {
    const one = counts.get(who.join()) ?? { who, n: 0 };
    counts.set(who.join(), { who, n: one.n + 1 });
  }
  const most = Math.max(1, ...[...counts.values()].map(({ n }) => n));
  const list = new Intl.ListFormat(lang === 'en' ? 'en-GB' : lang, { type: 'conjunction' });
  return [...counts.values()]
    .sort((a, b) => b.who.length - a.who.length || b.n - a.n || (a.who.join() < b.who.join() ? -1 : 1))
    .map(({ who, n }) => ({
      who,
      n,
      share: n / most,
      name: who.length === 0 ? m.compare_nobody() : list.format(who.map((code) => viewName(record, code, lang))),
    }));
}

function finding(
  { views, words }: CompareSettings,
  total: number,
  columns: ToldView['columns'],
  shared: readonly Event[],
): string {
  const [first] = columns;
  if (total === 0 || !first) return m.compare_finding_none({ window: words });
  if (views.length === 1)
    return m.compare_finding_one({ n: first.events, total, window: words, who: viewAdjective(first.code) });
  const every = label('compare_every', `${views.length}${views.includes('INT') ? '_INT' : ''}`);
  const told = m.compare_finding({ n: shared.length, total, window: words, every });
  const most = columns.reduce((best, column) => (column.alone > best.alone ? column : best), first);
  return most.alone === 0
    ? told
    : m.compare_finding_alone({ finding: told, n: most.alone, who: viewAdjective(most.code) });
}

function heading(event: Event, lang: Lang) {
  return { id: event.id, title: event.title[lang], when: eventDate(event, lang, 'short') };
}

/** Where else sources of an event were published, most first; null where nowhere else is known. */
function otherCountries(record: PeninsulaRecord, event: Event, views: readonly string[], lang: Lang): string | null {
  const names = new Set<string>();
  for (const { source } of event.evidence) {
    const country = sourceOf(record, source)?.country;
    if (country && !views.includes(country)) names.add(viewName(record, country, lang));
    else if (!country) names.add(m.compare_unknown());
  }
  return names.size === 0 ? null : [...names].join(lang === 'en' || lang === 'ko' ? ', ' : '、');
}

function sourcesOf(record: PeninsulaRecord, events: readonly Event[], code: string): Source[] {
  const ids = new Set<string>(events.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
  return [...ids].flatMap((id) => {
    const source = sourceOf(record, id);
    return source?.country === code ? [source] : [];
  });
}

function sourceOf(record: PeninsulaRecord, id: string): Source | undefined {
  const found = record.get('sources', id);
  return found.status === 'found' ? found.value : undefined;
}

function nearMonths(record: PeninsulaRecord, month: string, lang: Lang): ToldView['near'] {
  const months = [...new Set(record.list('events').map(monthOfEvent))].sort();
  return [months.filter((one) => one < month).at(-1), months.find((one) => one > month)].flatMap((one) =>
    one === undefined ? [] : [{ month: one, text: writeDate(one, lang) }],
  );
}
