import type { CountingRule, Event, Lang, PeninsulaRecord } from '@peninsula/data';
import { compareRules, count, type Counted } from '@peninsula/data/claims';
import type { DotRow } from '#lib/charts/dots.ts';
import { eventDate, writeDate } from '#lib/format/dates.ts';
import { spanOf } from '#lib/format/days.ts';
import { pick, type Said } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { sourceLine, type SourceLine } from './sources.ts';

export interface CountView {
  readonly finding: string;
  readonly window: { readonly from: string; readonly to: string; readonly words: string };
  readonly cards: readonly {
    readonly id: string;
    readonly name: string;
    readonly owner: string;
    readonly text: Said;
    readonly value: number;
    readonly unit: string;
    readonly chosen: boolean;
    readonly sources: readonly SourceLine[];
    /** Events decided by the class of the record, or taken as one missile. */
    readonly notes: readonly string[];
    readonly sentence: string;
  }[];
  readonly rows: readonly DotRow[];
  readonly span: { readonly from: number; readonly to: number };
  /** Every launch of the window, and under which of the chosen rules it counts. */
  readonly events: readonly {
    readonly id: string;
    readonly title: string;
    readonly when: string;
    readonly differs: boolean;
    readonly marks: readonly { readonly rule: string; readonly counted: boolean; readonly why: string | null }[];
    readonly sources: readonly SourceLine[];
  }[];
}

export interface CountQuery {
  readonly rules: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** Rules side by side over one window. Throws QueryError on a window that is none. */
export function countView(
  record: PeninsulaRecord,
  { rules, from, to }: CountQuery,
  lang: Lang,
  address: string,
): CountView {
  const all = record.list('rules');
  const counted = new Map(all.map((rule) => [rule.id as string, count(record, rule, { from, to })]));
  const chosen = all.filter(({ id }) => rules.includes(id));
  const words = windowWords(from, to, lang);
  const values = chosen.map(({ id }) => counted.get(id)?.value ?? 0);
  return {
    finding: finding(values, words),
    window: { from, to, words },
    cards: all.map((rule) => card(record, rule, counted.get(rule.id), rules.includes(rule.id), words, lang, address)),
    ...comparison(record, rules, { from, to }, null, lang),
    events: eventsOf(record, chosen, counted, lang),
  };
}

/** The events of several rules on one axis, one row a rule. */
export function comparison(
  record: PeninsulaRecord,
  rules: readonly string[],
  window: { readonly from: string; readonly to: string },
  strong: string | null,
  lang: Lang,
): { rows: DotRow[]; span: { from: number; to: number } } {
  const rows = record
    .list('rules')
    .filter(({ id }) => rules.includes(id))
    .map((rule): DotRow => {
      const { value, included, excluded } = count(record, rule, window);
      const dots = [
        ...included.map((id) => ({ id, counted: true })),
        ...excluded.map(({ event }) => ({ id: event, counted: false })),
      ].flatMap(({ id, counted }) => {
        const found = record.get('events', id);
        return found.status === 'found'
          ? [{ id, counted, day: spanOf(found.value.date.edtf).from, title: found.value.title[lang] }]
          : [];
      });
      return {
        id: rule.id,
        name: rule.name[lang],
        value: String(value),
        strong: strong === rule.id,
        dots: dots.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1)),
      };
    });
  return { rows, span: { from: spanOf(window.from).from, to: spanOf(window.to).to } };
}

function finding(values: readonly number[], words: string): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) return m.count_finding_none({ window: words });
  if (values.length === 1 || low === high) return m.count_finding_same({ n: high, window: words });
  return m.count_finding({ low, high, window: words });
}

function card(
  record: PeninsulaRecord,
  rule: CountingRule,
  counted: Counted | undefined,
  chosen: boolean,
  words: string,
  lang: Lang,
  address: string,
): CountView['cards'][number] {
  const value = counted?.value ?? 0;
  const unit = unitWords(rule.unit, value);
  const notes = [
    ...((counted?.unlabelled.length ?? 0) > 0 && rule.label !== null
      ? [m.count_unlabelled({ n: counted?.unlabelled.length ?? 0, label: rule.label })]
      : []),
    ...((counted?.assumed.length ?? 0) > 0 ? [m.count_assumed({ n: counted?.assumed.length ?? 0 })] : []),
  ];
  return {
    id: rule.id,
    name: rule.name[lang],
    owner: rule.owner,
    text: pick(rule.text, lang),
    value,
    unit,
    chosen,
    sources: rule.evidence.flatMap(({ source }) => sourceLine(record, source, lang)),
    notes,
    sentence: m.count_sentence({
      n: value,
      unit,
      rule: rule.name[lang],
      window: words,
      release: record.release,
      address: `${address}?rule=${rule.id}&from=${counted?.window.from ?? ''}&to=${counted?.window.to ?? ''}`,
    }),
  };
}

function eventsOf(
  record: PeninsulaRecord,
  rules: readonly CountingRule[],
  counted: ReadonlyMap<string, Counted>,
  lang: Lang,
): CountView['events'] {
  const differing = new Set<string>();
  rules.forEach((a, i) => {
    for (const b of rules.slice(i + 1)) {
      const [x, y] = [counted.get(a.id), counted.get(b.id)];
      if (x && y) for (const { event } of compareRules(x, y)) differing.add(event);
    }
  });
  const ids = new Set(
    rules.flatMap(({ id }) => {
      const one = counted.get(id);
      return one ? [...one.included, ...one.excluded.map(({ event }) => event)] : [];
    }),
  );
  return record
    .list('events')
    .filter(({ id }) => ids.has(id))
    .map((event: Event) => ({
      id: event.id,
      title: event.title[lang],
      when: eventDate(event, lang, 'short'),
      differs: differing.has(event.id),
      marks: rules.map((rule) => {
        const one = counted.get(rule.id);
        const inside = one?.included.includes(event.id) ?? false;
        const why = one?.excluded.find((row) => row.event === event.id)?.why ?? null;
        return { rule: rule.id, counted: inside, why: inside ? null : why };
      }),
      sources: event.evidence.slice(0, 3).flatMap(({ source }) => sourceLine(record, source, lang)),
    }));
}

function unitWords(unit: CountingRule['unit'], n: number): string {
  if (unit === 'launch-event') return m.unit_launch_event({ n });
  return unit === 'projectile' ? m.unit_projectile({ n }) : m.unit_launch_day({ n });
}

function windowWords(from: string, to: string, lang: Lang): string {
  return from === to ? writeDate(from, lang) : writeDate(`${from}/${to}`, lang);
}
