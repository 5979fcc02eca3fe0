import type { Event, Lang, PeninsulaRecord, Source } from '@peninsula/data';
import { eventDate, writeDate } from '#lib/format/dates.ts';
import { spanOf } from '#lib/format/days.ts';
import { label } from '#lib/format/labels.ts';
import { type ActorLabel, actorLabel, countryName, pick, type Said } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { detailRows } from './detail.ts';
import { type StanceRow, stanceRow } from './stances.ts';

/** Everything the event page shows, in the reader's language and in plain data. */
export interface EventView {
  readonly id: string;
  readonly title: string;
  readonly family: { readonly id: string; readonly name: string };
  readonly type: string;
  readonly modality: string;
  readonly level: string | null;
  readonly when: string;
  readonly where: string | null;
  readonly summary: Said;
  readonly rail: Rail | null;
  readonly outcomes: readonly {
    readonly actor: ActorLabel;
    readonly text: Said;
    readonly quote: string | null;
    readonly evidence: readonly number[];
  }[];
  readonly accounts: readonly AccountRow[];
  readonly participants: readonly Participant[];
  readonly positions: readonly StanceRow[];
  readonly detail: readonly { readonly label: string; readonly value: string }[];
  readonly sources: readonly SourceRow[];
  readonly gaps: { readonly single: boolean; readonly noPrimary: boolean };
  readonly near: readonly NearRow[];
  readonly languages: readonly Said[];
  readonly feeds: readonly {
    readonly from: ActorLabel;
    readonly to: ActorLabel;
    readonly coordination: number;
    readonly rivalry: number;
    readonly intensity: number;
    readonly reason: string | null;
  }[];
  readonly record: readonly { readonly label: string; readonly value: string }[];
}

export interface AccountRow {
  readonly field: string;
  readonly values: readonly { readonly value: string; readonly heldBy: string; readonly evidence: readonly number[] }[];
  readonly preferred: string;
}

export interface Participant {
  readonly actor: ActorLabel;
  readonly role: string;
  readonly level: string | null;
  readonly persons: readonly { readonly id: string; readonly name: string; readonly office: string | null }[];
}

export interface SourceRow {
  readonly n: number;
  readonly url: string;
  readonly title: string;
  readonly lang: string;
  readonly byline: string;
  readonly says: string;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly kind: string;
  readonly country: string | null;
}

export interface NearRow {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly distance: string;
  readonly link: string | null;
}

export interface Rail {
  readonly name: string;
  readonly caption: string;
  readonly steps: readonly {
    readonly id: string;
    readonly label: string;
    readonly when: string;
    readonly current: boolean;
  }[];
}

const LANGS: readonly Lang[] = ['en', 'ko', 'zh-Hans', 'zh-Hant'];
const OFFICIAL = ['primary-text', 'official-readout', 'official-document'];

export function eventView(record: PeninsulaRecord, event: Event, lang: Lang): EventView {
  const actor = (id: string) => actorLabel(record, id, lang);
  const sources = event.evidence.map((evidence, i) => sourceRow(record, evidence, i + 1, lang));
  const kinds = event.evidence.map(({ source }) => sourceOf(record, source)?.kind ?? 'reference');
  const place = event.place === null ? undefined : record.get('places', event.place);
  return {
    id: event.id,
    title: event.title[lang],
    family: { id: event.family, name: label('family', event.family) },
    type: typeName(record, event.type, lang),
    modality: label('modality', event.modality),
    level: event.level === null ? null : label('level', event.level),
    when: eventDate(event, lang, 'weekday'),
    where: place?.status === 'found' ? place.value.name[lang] : null,
    summary: pick(event.summary, lang),
    rail: railOf(record, event, lang),
    outcomes: event.outcomes.map((outcome) => ({
      actor: actor(outcome.party),
      text: pick(outcome.text, lang),
      quote: outcome.quote ?? null,
      evidence: outcome.evidence,
    })),
    accounts: event.accounts.map((account) => ({
      field: account.field,
      values: account.values.map((value) => ({
        value: value.value,
        heldBy: value.heldBy ?? publishers(record, event, value.evidence),
        evidence: value.evidence,
      })),
      preferred: account.preferred ?? m.event_all_accounts(),
    })),
    participants: event.participants.map((participant) => ({
      actor: actor(participant.actor),
      role: label('role', participant.role),
      level: participant.level === null ? null : label('level', participant.level),
      persons: participant.persons.map(({ person, office }) => ({
        id: person,
        name: personName(record, person, lang),
        office,
      })),
    })),
    positions: event.stances.flatMap((id) => {
      const found = record.get('stances', id);
      return found.status === 'found' ? [stanceRow(record, found.value, lang)] : [];
    }),
    detail: detailRows(event.detail, (id) => actor(id).name),
    sources,
    gaps: { single: event.coding.singleSource === true, noPrimary: !kinds.some((kind) => OFFICIAL.includes(kind)) },
    near: nearRows(record, event, lang),
    languages: LANGS.filter((other) => other !== lang).map((other) => ({ text: event.title[other], lang: other })),
    feeds: event.signals.map((signal) => ({
      from: actor(signal.from),
      to: actor(signal.to),
      coordination: signal.coordination,
      rivalry: signal.rivalry,
      intensity: signal.intensity,
      reason: signal.reason ?? null,
    })),
    record: recordRows(record, event, lang),
  };
}

export function typeName(record: PeninsulaRecord, type: string, lang: Lang): string {
  const found = record.get('types', type);
  return found.status === 'found' ? found.value.name[lang] : type;
}

export function issueName(record: PeninsulaRecord, issue: string, lang: Lang): string {
  const found = record.get('issues', issue);
  return found.status === 'found' ? found.value.name[lang] : issue;
}

export function personName(record: PeninsulaRecord, id: string, lang: Lang): string {
  const found = record.get('persons', id);
  return found.status === 'found' ? found.value.name[lang] : id;
}

function sourceOf(record: PeninsulaRecord, id: string): Source | undefined {
  const found = record.get('sources', id);
  return found.status === 'found' ? found.value : undefined;
}

function sourceRow(record: PeninsulaRecord, evidence: Event['evidence'][number], n: number, lang: Lang): SourceRow {
  const source = sourceOf(record, evidence.source);
  const publisher = source?.publisher ?? evidence.source;
  const by = source?.via ? m.event_via({ publisher, via: source.via }) : publisher;
  const when = source?.published ? ` · ${writeDate(source.published, lang, 'short')}` : '';
  return {
    n,
    url: source?.url ?? '',
    title: source?.title ?? hostOf(source?.url ?? ''),
    lang: source?.lang ?? 'en',
    byline: `${by}${when}`,
    says: evidence.says,
    quote: evidence.quote ?? null,
    locator: evidence.locator ?? null,
    kind: label('kind', source?.kind ?? 'reference'),
    country: source?.country ? countryName(source.country, lang, m.country_INT()) : null,
  };
}

/** What a link without a recorded title is called: where it leads. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}

function publishers(record: PeninsulaRecord, event: Event, numbers: readonly number[]): string {
  const names = numbers.flatMap((n) => sourceOf(record, event.evidence[n - 1]?.source ?? '')?.publisher ?? []);
  return [...new Set(names)].join(', ');
}

/** The meetings of the event's process, as steps; at most seven, around this one. */
function railOf(record: PeninsulaRecord, event: Event, lang: Lang): Rail | null {
  if (event.process === null) return null;
  const process = record.get('processes', event.process);
  if (process.status !== 'found') return null;
  const meetings = process.value.events.flatMap((id) => {
    const found = record.get('events', id);
    return found.status === 'found' && (isMeeting(found.value) || id === event.id) ? [found.value] : [];
  });
  const at = meetings.findIndex(({ id }) => id === event.id);
  if (meetings.length < 2 || at < 0) return null;
  const first = Math.max(0, Math.min(at - 3, meetings.length - 6));
  const name = process.value.name[lang];
  return {
    name,
    caption: m.event_process_step({ process: name, n: at + 1, total: meetings.length }),
    steps: meetings.slice(first, first + 6).map((meeting) => ({
      id: meeting.id,
      label: placeName(record, meeting, lang),
      when: eventDate(meeting, lang, 'short'),
      current: meeting.id === event.id,
    })),
  };
}

const MEETING_TYPES: readonly string[] = ['summit', 'talks', 'visit'];

function isMeeting(event: Event): boolean {
  const parties = event.participants.filter(({ role }) => role === 'party');
  return MEETING_TYPES.includes(event.type) && parties.length > 1 && event.modality === 'occurred';
}

function placeName(record: PeninsulaRecord, event: Event, lang: Lang): string {
  const place = event.place === null ? undefined : record.get('places', event.place);
  return place?.status === 'found' ? place.value.name[lang] : typeName(record, event.type, lang);
}

/** Linked records first, then neighbours in time among the same actors; in order of date. */
function nearRows(record: PeninsulaRecord, event: Event, lang: Lang): NearRow[] {
  const links = new Map<string, string>();
  for (const { rel, to } of event.links) links.set(to, label('event_link', rel));
  for (const { rel, from } of event.linkedFrom) links.set(from, label('event_linked', rel));
  const { before, after } = record.around(event.id, 2);
  const linked = [...links.keys()].flatMap((id) => {
    const found = record.get('events', id);
    return found.status === 'found' ? [found.value] : [];
  });
  const all = new Map([...before, ...after, ...linked].map((other) => [other.id as string, other]));
  return [...all.values()]
    .map((other) => ({ other, days: spanOf(other.date.edtf).from - spanOf(event.date.edtf).from }))
    .sort((a, b) => a.days - b.days || (a.other.id < b.other.id ? -1 : 1))
    .map(({ other, days }) => ({
      id: other.id,
      title: other.title[lang],
      when: eventDate(other, lang, 'short'),
      distance: distance(days),
      link: links.get(other.id) ?? null,
    }));
}

function distance(days: number): string {
  if (days === 0) return m.event_same_day();
  const n = m.event_days({ n: Math.abs(days) });
  return days < 0 ? m.event_before({ n }) : m.event_after({ n });
}

function recordRows(record: PeninsulaRecord, event: Event, lang: Lang): { label: string; value: string }[] {
  const { review, confidence } = event.coding;
  const rows = [
    { label: m.event_date(), value: `${event.date.edtf}, ${event.date.tz}` },
    { label: m.event_issues(), value: event.issues.map((issue) => issueName(record, issue, lang)).join(', ') },
    {
      label: m.event_coding(),
      value: m.event_confidence({ review: label('review', review), confidence: label('confidence', confidence) }),
    },
    { label: m.event_id(), value: event.id },
  ];
  if (event.knownAt !== null) rows.splice(1, 0, { label: m.event_known(), value: writeDate(event.knownAt, lang) });
  for (const { on, what } of event.revisions)
    rows.push({ label: m.event_revised(), value: `${writeDate(on, lang)}: ${what}` });
  return rows.filter(({ value }) => value !== '');
}
