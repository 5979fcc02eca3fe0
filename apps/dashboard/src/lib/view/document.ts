import type { Document, Lang, PeninsulaRecord, Standing } from '@peninsula/data';
import { askedDay, type AskedDay } from '@peninsula/data/dates';
import { commitmentsBy } from '@peninsula/data/query';
import type { StandingCode, StandingRow } from '#lib/charts/standings.ts';
import { writeDate } from '#lib/format/dates.ts';
import { type Span, spanOf } from '#lib/format/days.ts';
import { label } from '#lib/format/labels.ts';
import { type ActorLabel, actorLabel, pick, type Said } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { documentKind, type Tally, tallyOf } from './documents.ts';
import { issueName } from './event.ts';
import { type Note, Notes } from './notes.ts';
import { type StanceRow, stanceRow } from './stances.ts';

/** A document, its commitments as they stood on the day asked, and the sources behind both as numbered notes. */
export interface DocumentView {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly symbol: string | null;
  readonly when: string;
  readonly summary: Said;
  readonly parties: readonly ActorLabel[];
  readonly authors: string | null;
  readonly event: Linked | null;
  readonly process: Linked | null;
  readonly at: { readonly iso: string; readonly words: string; readonly refused: string | null };
  readonly presets: readonly { readonly at: string; readonly text: string; readonly current: boolean }[];
  readonly finding: string;
  readonly tally: Tally;
  readonly commitments: readonly CommitmentRow[];
  readonly chart: { readonly rows: readonly StandingRow[]; readonly span: Span; readonly day: number };
  readonly paragraphs: readonly { readonly n: string; readonly text: Said }[];
  readonly positions: readonly StanceRow[];
  /** Notes behind the commitments, which a printed sheet carries; notes of the rest of the page; sources nothing refers to. */
  readonly notes: { readonly sheet: readonly Note[]; readonly more: readonly Note[]; readonly others: readonly Note[] };
  /** Whether sentences of this text are checked one by one. */
  readonly checked: boolean;
  readonly languages: readonly Said[];
  readonly cite: string;
  readonly known: string;
}

interface Linked {
  readonly id: string;
  readonly title: string;
}

export interface CommitmentRow {
  readonly n: number;
  readonly text: Said;
  readonly by: readonly ActorLabel[];
  /** Empty where each undertook it towards the others. */
  readonly to: readonly ActorLabel[];
  readonly issue: { readonly id: string; readonly name: string } | null;
  /** Notes of the entry by which it was undertaken. */
  readonly refs: readonly number[];
  readonly status: StandingCode | null;
  /** When it came to stand so, and the latest entry that says it still does. */
  readonly since: string | null;
  readonly noted: string | null;
  readonly note: Said | null;
  readonly event: (Linked & { readonly when: string }) | null;
  /** Notes of how it stood: those of the entry, then those of the event behind it. */
  readonly statusRefs: readonly number[];
  readonly entries: readonly {
    readonly when: string;
    readonly status: StandingCode;
    readonly note: string;
    readonly event: Linked | null;
    /** Whether it came after the day asked. */
    readonly later: boolean;
  }[];
}

/** Sources of an event that a printed sheet has room for; the rest are a click away on the event's page. */
const EVENT_SOURCES = 3;
const LANGS: readonly Lang[] = ['en', 'ko', 'zh-Hans', 'zh-Hant'];

export function documentView(record: PeninsulaRecord, document: Document, asked: string, lang: Lang): DocumentView {
  const { released, release } = record.snapshot.manifest;
  const day = askedDay(asked) ?? (askedDay(released) as AskedDay);
  const notes = new Notes(record, document.evidence, lang);
  const commitments = commitmentRows(record, document, day, notes, lang);
  const onSheet = notes.count;
  const positions = document.stances.flatMap((id) => {
    const found = record.get('stances', id);
    if (found.status !== 'found') return [];
    return [{ ...stanceRow(record, found.value, lang), evidence: notes.own(found.value.evidence) }];
  });
  const cited = notes.count;
  const all = notes.all();
  const words = writeDate(day.text, lang);
  const tally = tallyOf(commitments);
  const made = spanOf(document.date.edtf);
  return {
    id: document.id,
    title: document.title[lang],
    kind: documentKind(document),
    symbol: document.symbol,
    when: writeDate(document.date.edtf, lang, 'weekday'),
    summary: pick(document.summary, lang),
    parties: document.parties.map((id) => actorLabel(record, id, lang)),
    authors: document.authors.length > 0 ? document.authors.join(', ') : null,
    event: linked(record, document.event, lang),
    process: processOf(record, document.process, lang),
    at: { iso: day.text, words, refused: asked !== '' && askedDay(asked) === undefined ? asked.slice(0, 40) : null },
    presets: presets(document, released, day.text, lang),
    finding: finding(words, tally),
    tally,
    commitments,
    chart: {
      rows: commitments.map((row, i) => strip(document, row, i, lang)),
      span: { from: made.from, to: Math.max(spanOf(released).to, made.to + 1) },
      day: day.day,
    },
    paragraphs: document.paragraphs.map(({ n, text }) => ({ n, text: pick(text, lang) })),
    positions,
    notes: { sheet: all.slice(0, onSheet), more: all.slice(onSheet, cited), others: all.slice(cited) },
    checked: record.list('claims').some(({ text }) => text === document.id),
    languages: LANGS.filter((other) => other !== lang).map((other) => ({ text: document.title[other], lang: other })),
    cite: `Peninsula (${released.slice(0, 4)}). ${document.title.en}, ${writeDate(document.date.edtf, 'en')}: commitments as they stood on ${writeDate(day.text, 'en')}. Document ${document.id}, release ${release}.`,
    known: writeDate(released, lang),
  };
}

function commitmentRows(
  record: PeninsulaRecord,
  document: Document,
  day: AskedDay,
  notes: Notes,
  lang: Lang,
): CommitmentRow[] {
  const actor = (id: string) => actorLabel(record, id, lang);
  return commitmentsBy(document, day.end).map((standing, i): CommitmentRow => {
    const status = document.commitments[i]?.status ?? [];
    const refs = notes.own(status[0]?.evidence ?? []);
    return {
      n: standing.n,
      text: pick(standing.text, lang),
      by: standing.by.map(actor),
      to: sameActors(standing.by, standing.to) ? [] : standing.to.map(actor),
      issue: standing.issue === null ? null : { id: standing.issue, name: issueName(record, standing.issue, lang) },
      refs,
      status: standing.status,
      ...sinceWhen(standing, lang),
      note: standing.note === null ? null : { text: standing.note, lang: 'en' },
      event: dated(record, standing.event, lang),
      statusRefs: [...new Set([...notes.of(standing.sources), ...notes.of(eventSources(record, standing.event))])],
      entries: status.map((entry, at) => ({
        when: writeDate(entry.date.edtf, lang, 'short'),
        status: entry.status,
        note: entry.note,
        event: linked(record, entry.event, lang),
        later: at >= standing.history.length,
      })),
    };
  });
}

/** A standing said again in a later entry has held since the first of them. */
function sinceWhen({ history, status }: Standing, lang: Lang): Pick<CommitmentRow, 'since' | 'noted'> {
  const changed = history.findLastIndex((entry) => entry.status !== status) + 1;
  const [first, last] = [history[changed], history.at(-1)];
  return {
    since: first ? writeDate(first.date, lang) : null,
    noted: last && last !== first ? writeDate(last.date, lang) : null,
  };
}

const sameActors = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((actor) => b.includes(actor));

/** Sources of an event, official ones first. */
function eventSources(record: PeninsulaRecord, id: string | null): string[] {
  const event = id === null ? undefined : record.get('events', id);
  if (event?.status !== 'found') return [];
  const official = (source: string): boolean => {
    const found = record.get('sources', source);
    return (
      found.status === 'found' && ['primary-text', 'official-readout', 'official-document'].includes(found.value.kind)
    );
  };
  const all = event.value.evidence.map(({ source }) => source as string);
  return [...all.filter(official), ...all.filter((source) => !official(source))].slice(0, EVENT_SOURCES);
}

function strip(document: Document, row: CommitmentRow, i: number, lang: Lang): StandingRow {
  const status = document.commitments[i]?.status ?? [];
  return {
    n: row.n,
    text: row.text.text,
    lang: row.text.lang === lang ? undefined : row.text.lang,
    now: row.status === null ? m.document_not_made() : label('standing', row.status),
    entries: status.map(({ date, status: code }, at) => ({
      day: spanOf(date.edtf).from,
      status: code,
      title: `${row.entries[at]?.when ?? ''}: ${label('standing', code)}`,
    })),
  };
}

function finding(day: string, tally: Tally): string {
  if (tally.length === 0) return m.document_finding_none({ day });
  const parts = tally.map(({ status, n }) => m.document_count({ n, standing: label('standing', status) }));
  return m.document_finding({ day, counts: parts.join(m.document_comma()) });
}

/** Days people ask about: the ends of the first two years, the end of 2019, and the release. */
function presets(document: Document, released: string, at: string, lang: Lang): DocumentView['presets'] {
  const year = Number(document.date.edtf.slice(0, 4));
  const ends = [...new Set([year, year + 1, 2019])]
    .filter((one) => one >= year)
    .sort()
    .map((one) => `${String(one)}-12-31`)
    .filter((one) => one < released);
  return [
    ...ends.map((one) => ({ at: one, text: writeDate(one, lang), current: one === at })),
    { at: released, text: m.document_today({ day: writeDate(released, lang) }), current: released === at },
  ];
}

function linked(record: PeninsulaRecord, id: string | null, lang: Lang): Linked | null {
  const found = id === null ? undefined : record.get('events', id);
  return found?.status === 'found' ? { id: found.value.id, title: found.value.title[lang] } : null;
}

function dated(record: PeninsulaRecord, id: string | null, lang: Lang): CommitmentRow['event'] {
  const found = id === null ? undefined : record.get('events', id);
  if (found?.status !== 'found') return null;
  const { value } = found;
  return { id: value.id, title: value.title[lang], when: writeDate(value.date.edtf, lang, 'short') };
}

function processOf(record: PeninsulaRecord, id: string | null, lang: Lang): Linked | null {
  const found = id === null ? undefined : record.get('processes', id);
  return found?.status === 'found' ? { id: found.value.id, title: found.value.name[lang] } : null;
}
