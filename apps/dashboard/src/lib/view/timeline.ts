import {
  canonicalQuery,
  type Event,
  type EventQuery,
  formatQuery,
  type Lang,
  type PeninsulaRecord,
} from '@peninsula/data';
import { laneOf, MAIN_ACTORS } from '#lib/charts/actors.ts';
import { type LaneEvent, type LanesChart, lanesChart } from '#lib/charts/lanes.ts';
import { eventDate, isRough, writeDate } from '#lib/format/dates.ts';
import { isoDay, monthEnd, monthName, monthsBetween, monthStart, type Span, spanOf } from '#lib/format/days.ts';
import { label } from '#lib/format/labels.ts';
import { actorLabel, countryName } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { typeName } from './event.ts';
import { countMonths, monthOfEvent } from './months.ts';

export const PAGE_SIZE = 100;

/** Without dates and with more matches than this the lanes keep to the core of the record; the strip above shows the rest. */
const WHOLE_AT_MOST = 450;
/** More months than this are counted by year. */
const MONTHS_AT_MOST = 130;
const WIDTH = 1136;

export interface EventRow {
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly familyName: string;
  readonly type: string;
  readonly when: string;
  readonly actors: readonly string[];
  readonly sources: number;
  readonly edtf: string;
}

/** Events of a month, or of a year where there are many months. */
export interface DensityBar {
  /** EDTF: what the bar narrows the view to. */
  readonly edtf: string;
  readonly label: string;
  readonly from: number;
  /** The first day after it. */
  readonly to: number;
  readonly n: number;
  readonly inside: boolean;
}

export interface TimelineView {
  readonly heading: string;
  readonly total: number;
  readonly all: number;
  readonly span: Span;
  readonly lanes: LanesChart;
  /** Events the lanes draw. */
  readonly drawn: number;
  readonly families: readonly string[];
  /** The span the lanes keep to, written out, where they draw fewer events than match. */
  readonly cut: string | null;
  readonly density: readonly DensityBar[];
  readonly groups: readonly { readonly month: string; readonly label: string; readonly rows: readonly EventRow[] }[];
  readonly rough: readonly EventRow[];
  /** Matches with rough dates, over every page. */
  readonly roughTotal: number;
  readonly table: {
    readonly actors: readonly string[];
    readonly byYear: boolean;
    readonly rows: readonly { readonly label: string; readonly counts: readonly number[]; readonly total: number }[];
  };
  readonly next: string | null;
  readonly left: number;
  readonly paged: boolean;
  readonly emptiedBy: readonly { readonly parameter: string; readonly total: number }[];
}

/** What the timeline shows for one query. The chart and the counts cover every match, the list one page of them. */
export function timelineView(
  record: PeninsulaRecord,
  query: EventQuery,
  cursor: string | undefined,
  lang: Lang,
): TimelineView {
  const page = record.events(query, { limit: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) });
  const matches = allMatches(record, query);
  const window = windowOf(record, query, matches);
  // Where dates were asked for, all that matched is drawn: a day in New York may be the one before in Seoul.
  const undated = query.from === undefined && query.to === undefined;
  const drawn = undated ? matches.filter((event) => overlaps(spanOf(event.date.edtf), window)) : matches;
  const rows = page.rows.map((event) => ({ event, row: eventRow(record, event, lang) }));
  const dated = rows.filter(({ event }) => !isRough(event.date));
  return {
    heading: heading(query, lang),
    total: page.total,
    all: record.snapshot.events.length,
    span: window,
    lanes: lanesChart(
      drawn.map((event) => laneEvent(event, lang)),
      window,
      WIDTH,
      (month) => monthName(month, lang),
    ),
    drawn: drawn.length,
    families: [...new Set(drawn.map(({ family }) => family as string))],
    cut: drawn.length < matches.length ? writeDate(`${isoDay(window.from)}/${isoDay(window.to)}`, lang) : null,
    density: density(record, query, window, lang),
    groups: byMonth(dated, lang),
    rough: rows.filter(({ event }) => isRough(event.date)).map(({ row }) => row),
    roughTotal: matches.filter(({ date }) => isRough(date)).length,
    table: countTable(matches, lang),
    next: page.next,
    left: Math.max(0, page.total - page.rows.length),
    paged: page.prev !== null,
    emptiedBy: page.emptiedBy,
  };
}

export function eventRow(record: PeninsulaRecord, event: Event, lang: Lang): EventRow {
  return {
    id: event.id,
    title: event.title[lang],
    family: event.family,
    familyName: label('family', event.family),
    type: typeName(record, event.type, lang),
    when: eventDate(event, lang, 'short'),
    actors: [...new Set(event.participants.filter(isActing).map(({ actor }) => actor as string))].slice(0, 3),
    sources: event.evidence.length,
    edtf: event.date.edtf,
  };
}

/** Every match in order of date, page by page. */
function allMatches(record: PeninsulaRecord, query: EventQuery): Event[] {
  const byDate: EventQuery = { ...query, sort: 'date' };
  const found: Event[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = record.events(byDate, { limit: 500, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...page.rows);
    cursor = page.next;
  }
  return found;
}

function laneEvent(event: Event, lang: Lang): LaneEvent {
  return {
    id: event.id,
    title: event.title[lang],
    when: eventDate(event, lang, 'short'),
    family: event.family,
    span: spanOf(event.date.edtf),
    rough: isRough(event.date),
    actors: event.participants
      .filter((participant) => isActing(participant) || participant.role === 'target')
      .map((participant) => ({ id: participant.actor, acting: isActing(participant) })),
  };
}

function isActing({ role }: { readonly role: string }): boolean {
  return role === 'party' || role === 'initiator' || role === 'mediator' || role === 'guarantor';
}

/** The span shown: what was asked, else what matched. */
function windowOf(record: PeninsulaRecord, query: EventQuery, matches: readonly Event[]): Span {
  const { coverage } = record.snapshot.manifest;
  const undated = query.from === undefined && query.to === undefined;
  if (undated && matches.length > WHOLE_AT_MOST && coverage[0]) {
    return { from: spanOf(coverage[0].from).from, to: spanOf(coverage[0].to).to };
  }
  const shown = matches.length > 0 ? matches : record.snapshot.events;
  const spans = shown.map((event) => spanOf(event.date.edtf));
  const from = query.from === undefined ? Math.min(...spans.map((span) => span.from)) : spanOf(query.from).from;
  const to = query.to === undefined ? Math.max(...spans.map((span) => span.to)) : spanOf(query.to).to;
  return spans.length === 0 ? { from: 0, to: 365 } : { from, to: Math.max(to, from + 27) };
}

const overlaps = (a: Span, b: Span): boolean => a.from <= b.to && a.to >= b.from;

/** Matches over the whole record, whatever dates were asked: the reader sees where the rest lies. */
function density(record: PeninsulaRecord, query: EventQuery, window: Span, lang: Lang): DensityBar[] {
  const counts = countMonths(allMatches(record, withoutDates(query)));
  const months = [...counts.keys()].sort();
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  const every = monthsBetween(monthStart(first), monthStart(last));
  const byYear = every.length > MONTHS_AT_MOST;
  const groups = byYear
    ? Object.values(Object.groupBy(every, (month) => month.slice(0, 4)))
    : every.map((month) => [month]);
  return groups.flatMap((group = []) => {
    const [a, b] = [group[0], group.at(-1)];
    if (a === undefined || b === undefined) return [];
    const edtf = byYear ? a.slice(0, 4) : a;
    const [from, to] = [monthStart(a), monthEnd(b)];
    return [
      {
        edtf,
        label: writeDate(edtf, lang),
        from,
        to,
        n: group.reduce((sum, month) => sum + (counts.get(month) ?? 0), 0),
        inside: to > window.from && from <= window.to,
      },
    ];
  });
}

function withoutDates(query: EventQuery): EventQuery {
  const rest: { -readonly [K in keyof EventQuery]: EventQuery[K] } = { ...query };
  delete rest.from;
  delete rest.to;
  return rest;
}

function byMonth(rows: readonly { event: Event; row: EventRow }[], lang: Lang) {
  const groups = Map.groupBy(rows, ({ event }) => monthOfEvent(event));
  return [...groups].map(([month, list]) => ({
    month,
    label: writeDate(month, lang),
    rows: list.map(({ row }) => row),
  }));
}

/** Counts per month and lane, or per year where there are many months. */
function countTable(events: readonly Event[], lang: Lang): TimelineView['table'] {
  const byYear = new Set(events.map(monthOfEvent)).size > MONTHS_AT_MOST;
  const periods = Map.groupBy(events, (event) => monthOfEvent(event).slice(0, byYear ? 4 : 7));
  const takesPart = (event: Event, lane: string) =>
    event.participants.some((p) => laneOf(p.actor) === lane && (isActing(p) || p.role === 'target'));
  return {
    actors: MAIN_ACTORS,
    byYear,
    rows: [...periods].map(([period, list]) => ({
      label: writeDate(period, lang, 'short'),
      counts: MAIN_ACTORS.map((lane) => list.filter((event) => takesPart(event, lane)).length),
      total: list.length,
    })),
  };
}

function heading(query: EventQuery, lang: Lang): string {
  if (query.from === undefined && query.to === undefined) return m.timeline_heading_all();
  const edtf =
    query.from === query.to && query.from !== undefined ? query.from : `${query.from ?? '..'}/${query.to ?? '..'}`;
  return m.timeline_heading({ span: writeDate(edtf, lang) });
}

/** The controls of the filter form: the options of each list, and the parameters it has no control for. */
export interface FilterForm {
  readonly q: string;
  readonly from: string;
  readonly to: string;
  readonly lists: readonly {
    readonly name: string;
    readonly label: string;
    readonly any: string;
    readonly value: string;
    readonly options: readonly { readonly value: string; readonly text: string }[];
  }[];
  readonly others: readonly { readonly name: string; readonly value: string; readonly without: string }[];
}

export function filterForm(record: PeninsulaRecord, query: EventQuery, lang: Lang): FilterForm {
  const pairs = formatQuery(query);
  const { actors, families, countries } = optionsOf(record);
  const list = (name: string, text: string, any: string, options: readonly { value: string; text: string }[]) => {
    const values = pairs.filter(([key]) => key === name).map(([, value]) => value);
    const value = values.length === 1 ? (values[0] ?? '') : '';
    return { name, label: text, any, options, value: options.some((option) => option.value === value) ? value : '' };
  };
  const lists = [
    list(
      'actor',
      m.filter_actor(),
      m.filter_any_actor(),
      actors.map((value) => ({ value, text: actorLabel(record, value, lang).name })),
    ),
    list(
      'family',
      m.filter_family(),
      m.filter_any_family(),
      families.map((value) => ({ value, text: label('family', value) })),
    ),
    list(
      'issue',
      m.filter_issue(),
      m.filter_any_issue(),
      record.list('issues').map((issue) => ({ value: issue.id as string, text: issue.name[lang] })),
    ),
    list(
      'source_country',
      m.filter_source(),
      m.filter_any_source(),
      sorted(
        countries.map((value) => ({ value, text: countryName(value, lang, m.country_INT()) })),
        lang,
      ),
    ),
  ];
  const controlled = (name: string, value: string) =>
    name === 'q' ||
    name === 'from' ||
    name === 'to' ||
    lists.some((control) => control.name === name && control.value === value);
  return {
    q: query.q ?? '',
    from: query.from ?? '',
    to: query.to ?? '',
    lists,
    others: pairs
      .filter(([name, value]) => !controlled(name, value))
      .map(([name, value]) => ({ name, value, without: without(pairs, name, value) })),
  };
}

/** Values worth offering: those the record holds, main actors first. */
function optionsOf(record: PeninsulaRecord) {
  const present = new Set<string>(
    record.list('events').flatMap((event) => event.participants.map(({ actor }) => actor as string)),
  );
  const main = [
    ...MAIN_ACTORS.filter((actor) => present.has(actor)),
    ...['un', 'un-security-council'].filter((id) => present.has(id)),
  ];
  return {
    actors: [...main, ...[...present].filter((id) => !main.includes(id)).sort()],
    families: [...new Set(record.list('types').map(({ family }) => family as string))],
    countries: [...new Set(record.list('sources').flatMap(({ country }) => country ?? []))],
  };
}

function sorted<T extends { readonly text: string }>(options: T[], lang: Lang): T[] {
  const order = new Intl.Collator(lang);
  return options.sort((a, b) => order.compare(a.text, b.text));
}

/** The address of the same view with one parameter dropped. */
export function without(pairs: readonly (readonly [string, string])[], name: string, value?: string): string {
  const kept = pairs.filter(([key, held]) => key !== name || (value !== undefined && held !== value));
  return `?${new URLSearchParams(kept.map(([key, held]) => [key, held])).toString()}`;
}

export const addressOf = (query: EventQuery): string => canonicalQuery(query);
