import type { Claim, Document, Lang, PeninsulaRecord } from '@peninsula/data';
import { type Check, check } from '@peninsula/data/claims';
import { Verdict } from '@peninsula/data/schema';
import type { DotRow } from '#lib/charts/dots.ts';
import { eventDate } from '#lib/format/dates.ts';
import { label } from '#lib/format/labels.ts';
import { pick, type Said } from '#lib/format/lang.ts';
import { comparison } from './count.ts';
import { sourceLine, type SourceLine } from './sources.ts';

/** A sentence in the list: what it says, its verdict and one reason. */
export interface Sentence {
  readonly id: string;
  readonly n: number;
  readonly text: Said;
  readonly verdict: Verdict;
  readonly why: Said;
  readonly kind: string;
  readonly tension: boolean;
  readonly omits: boolean;
}

export interface ArticleView {
  readonly text: string;
  readonly title: string;
  readonly byline: string;
  readonly link: string | null;
  readonly total: number;
  readonly shown: number;
  readonly tally: readonly { readonly verdict: Verdict; readonly n: number }[];
  readonly kinds: readonly { readonly id: string; readonly name: string; readonly n: number }[];
  readonly parts: readonly { readonly n: string; readonly heading: Said; readonly sentences: readonly Sentence[] }[];
  readonly others: readonly { readonly id: string; readonly title: string; readonly n: number }[];
}

/** Which of a text's sentences are shown. */
export interface ArticleQuery {
  readonly text: string;
  readonly verdict: string | null;
  readonly kind: string | null;
}

/** A text sentence by sentence in our words, each with the verdict of the record. */
export function articleView(record: PeninsulaRecord, asked: ArticleQuery, lang: Lang): ArticleView | null {
  const document = record.get('documents', asked.text);
  const claims = record.list('claims').filter(({ text }) => text === asked.text);
  if (document.status !== 'found' || claims.length === 0) return null;
  const sentences = claims.map((claim) => ({ claim, verdict: check(record, claim).verdict }));
  const shown = sentences.filter(
    ({ claim, verdict }) =>
      (asked.verdict === null || verdict === asked.verdict) && (asked.kind === null || claim.kind === asked.kind),
  );
  const tally = Verdict.options.map((verdict) => ({
    verdict,
    n: sentences.filter((one) => one.verdict === verdict).length,
  }));
  return {
    text: asked.text,
    title: document.value.title[lang],
    ...publication(record, document.value, lang),
    total: claims.length,
    shown: shown.length,
    tally: tally.filter(({ n }) => n > 0),
    kinds: kindsOf(claims),
    parts: document.value.paragraphs
      .map(({ n, text }) => ({
        n,
        heading: pick(text, lang),
        sentences: shown
          .filter(({ claim }) => claim.part === n)
          .map(({ claim, verdict }) => sentence(claim, verdict, lang)),
      }))
      .filter((part) => part.sentences.length > 0),
    others: otherTexts(record, asked.text, lang),
  };
}

/** The other texts that were taken apart. */
function otherTexts(record: PeninsulaRecord, text: string, lang: Lang): ArticleView['others'] {
  const counts = new Map<string, number>();
  for (const claim of record.list('claims')) counts.set(claim.text, (counts.get(claim.text) ?? 0) + 1);
  return [...counts]
    .filter(([id]) => id !== text)
    .flatMap(([id, n]) => {
      const found = record.get('documents', id);
      return found.status === 'found' ? [{ id, title: found.value.title[lang], n }] : [];
    });
}

function sentence(claim: Claim, verdict: Verdict, lang: Lang): Sentence {
  return {
    id: claim.id,
    n: claim.n,
    text: pick(claim.paraphrase, lang),
    verdict,
    why: pick(claim.reason, lang),
    kind: label('claim_kind', claim.kind),
    tension: claim.tension.length > 0,
    omits: claim.omits.length > 0,
  };
}

function kindsOf(claims: readonly Claim[]): ArticleView['kinds'] {
  return [...new Set(claims.map(({ kind }) => kind))].map((id) => ({
    id,
    name: label('claim_kind', id),
    n: claims.filter(({ kind }) => kind === id).length,
  }));
}

function publication(record: PeninsulaRecord, document: Document, lang: Lang): { byline: string; link: string | null } {
  const source = record.get('sources', document.evidence[0]?.source ?? '');
  const publisher = source.status === 'found' ? source.value.publisher : '';
  const authors = new Intl.ListFormat(lang).format(document.authors);
  return {
    byline: [authors, publisher, eventDate(document, lang)].filter(Boolean).join(', '),
    link: source.status === 'found' ? source.value.url : null,
  };
}

/** One record a verdict rests on. */
export interface Deciding {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly when: string;
  readonly included: boolean;
  readonly why: string;
  readonly sources: readonly SourceLine[];
}

export interface ClaimView {
  readonly id: string;
  readonly n: number;
  readonly text: { readonly id: string; readonly title: string; readonly link: string | null };
  readonly kind: string;
  readonly paraphrase: Said;
  readonly quote: string | null;
  readonly reason: Said;
  readonly verdict: Verdict;
  readonly pinned: Verdict;
  readonly knownBy: string | null;
  readonly steps: readonly {
    readonly label: Said;
    readonly found: string;
    readonly holds: 'yes' | 'no' | 'disputed' | 'unknown';
    readonly qualifying: boolean;
    readonly deciding: readonly Deciding[];
  }[];
  readonly parameters: readonly {
    readonly id: string;
    readonly label: Said;
    readonly value: string;
    readonly definition: boolean;
    readonly options: readonly {
      readonly value: string;
      readonly label: Said;
      readonly chosen: boolean;
      readonly verdict: Verdict | null;
      readonly found: string | null;
    }[];
  }[];
  readonly counts: {
    readonly rows: readonly DotRow[];
    readonly span: { readonly from: number; readonly to: number };
  } | null;
  readonly omits: readonly Beside[];
  readonly tension: readonly Beside[];
  /** The check as the API and the package give it, byte for byte. */
  readonly json: string;
  readonly neighbours: { readonly before: string | null; readonly after: string | null };
}

interface Beside {
  readonly href: string;
  readonly title: string;
  readonly why: Said;
}

/** One claim, checked at the settings of the address: every question, its answer and the records behind it. */
export function claimView(
  record: PeninsulaRecord,
  claim: Claim,
  asked: Readonly<Record<string, string>>,
  knownBy: string | null,
  lang: Lang,
): ClaimView {
  const checked = check(record, claim, { parameters: asked, ...(knownBy === null ? {} : { knownBy }) });
  const document = record.get('documents', claim.text);
  const around = record.list('claims').filter(({ text }) => text === claim.text);
  const at = around.findIndex(({ id }) => id === claim.id);
  return {
    id: claim.id,
    n: claim.n,
    text: {
      id: claim.text,
      title: document.status === 'found' ? document.value.title[lang] : claim.text,
      link: document.status === 'found' ? publication(record, document.value, lang).link : null,
    },
    kind: label('claim_kind', claim.kind),
    paraphrase: pick(claim.paraphrase, lang),
    quote: claim.quote ?? null,
    reason: pick(claim.reason, lang),
    verdict: checked.verdict,
    pinned: claim.verdict,
    knownBy,
    steps: checked.trace.map((step) => ({
      label: pick(step.label, lang),
      found: step.found,
      holds: step.holds,
      qualifying: step.need === 'qualifying',
      deciding: checked.rows.filter(({ test }) => test === step.test).map((row) => deciding(record, row, lang)),
    })),
    parameters: claim.parameters.map((parameter) => ({
      id: parameter.id,
      label: pick(parameter.label, lang),
      value: checked.parameters[parameter.id] ?? parameter.default,
      definition: parameter.definition,
      options: parameter.options.map(({ value, label: name }) => {
        const flip = checked.definitions.find((one) => one.parameter === parameter.id && one.value === value);
        return {
          value,
          label: pick(name, lang),
          chosen: checked.parameters[parameter.id] === value,
          verdict: flip?.verdict ?? null,
          found: typeof flip?.found === 'number' ? String(flip.found) : null,
        };
      }),
    })),
    counts: countsOf(record, claim, checked, lang),
    omits: claim.omits.map(({ record: id, why }) => ({ ...titled(record, id, lang), why: pick(why, lang) })),
    tension: claim.tension.map((one) => ({ ...titled(record, one.with, lang), why: pick(one.why, lang) })),
    json: JSON.stringify(checked),
    neighbours: { before: around[at - 1]?.id ?? null, after: around[at + 1]?.id ?? null },
  };
}

/** Where the claim counts by a rule the reader may choose: all its rules on one axis. */
function countsOf(record: PeninsulaRecord, claim: Claim, checked: Check, lang: Lang): ClaimView['counts'] {
  const test = claim.tests.find((one) => one.op === 'count');
  const parameter = claim.parameters.find(({ id }) => test?.op === 'count' && test.rule === `$${id}`);
  if (test?.op !== 'count' || !parameter) return null;
  const value = (text: string) => (text.startsWith('$') ? (checked.parameters[text.slice(1)] ?? text) : text);
  const window = { from: value(test.from), to: value(test.to) };
  const rules = parameter.options.map((option) => option.value);
  return comparison(record, rules, window, checked.parameters[parameter.id] ?? null, lang);
}

function deciding(record: PeninsulaRecord, row: Check['rows'][number], lang: Lang): Deciding {
  const common = { id: row.id, included: row.included, why: row.why };
  const none = { ...common, href: '', title: row.id, when: '', sources: [] };
  switch (row.table) {
    case 'events': {
      const found = record.get('events', row.id);
      if (found.status !== 'found') return none;
      const sources = found.value.evidence.slice(0, 3).flatMap(({ source }) => sourceLine(record, source, lang));
      return {
        ...common,
        href: `/events/${row.id}`,
        title: found.value.title[lang],
        when: eventDate(found.value, lang, 'short'),
        sources,
      };
    }
    case 'documents': {
      const found = record.get('documents', row.id);
      if (found.status !== 'found') return none;
      const sources = found.value.evidence.slice(0, 3).flatMap(({ source }) => sourceLine(record, source, lang));
      return {
        ...common,
        href: `/documents/${row.id}`,
        title: found.value.title[lang],
        when: eventDate(found.value, lang, 'short'),
        sources,
      };
    }
    case 'stances': {
      const stance = record.list('stances').find(({ id }) => id === row.id);
      if (!stance) return none;
      const carrier = record.get('events', stance.from);
      const sources = stance.sources.slice(0, 3).flatMap((source) => sourceLine(record, source, lang));
      return {
        ...common,
        href: carrier.status === 'found' ? `/events/${stance.from}` : `/documents/${stance.from}`,
        title: carrier.status === 'found' ? carrier.value.title[lang] : stance.from,
        when: eventDate(stance, lang, 'short'),
        sources,
      };
    }
    case 'persons': {
      const found = record.get('persons', row.id);
      if (found.status !== 'found') return none;
      const sources = found.value.evidence.slice(0, 3).flatMap(({ source }) => sourceLine(record, source, lang));
      return { ...common, href: `/persons/${row.id}`, title: found.value.name[lang], when: '', sources };
    }
    case 'sources': {
      const [line] = sourceLine(record, row.id, lang);
      return line ? { ...none, href: line.url, title: line.publisher, when: line.when ?? '', sources: [line] } : none;
    }
  }
}

function titled(record: PeninsulaRecord, id: string, lang: Lang): { href: string; title: string } {
  const event = record.get('events', id);
  if (event.status === 'found') return { href: `/events/${id}`, title: event.value.title[lang] };
  const document = record.get('documents', id);
  if (document.status === 'found') return { href: `/documents/${id}`, title: document.value.title[lang] };
  const claim = record.get('claims', id);
  if (claim.status === 'found') return { href: `/claims/${id}`, title: pick(claim.value.paraphrase, lang).text };
  return { href: '', title: id };
}
