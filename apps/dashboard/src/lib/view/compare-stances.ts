import type { Lang, PeninsulaRecord } from '@peninsula/data';
import { type DeclaredStance, declaredAt, distance, seenStances, statements } from '@peninsula/data/models';
import { writeDate } from '#lib/format/dates.ts';
import { type ActorLabel, actorLabel } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { type CompareSettings, viewAdjective, viewName } from './compare.ts';

/** Where two actors stood on each issue on the last day of the window, by the sources of each country and by all. */
export interface ApartView {
  readonly title: string;
  readonly date: string;
  readonly at: string;
  readonly sides: readonly [ActorLabel, ActorLabel];
  readonly columns: readonly {
    readonly code: string | null;
    readonly name: string;
    /** Statements of the two by that day. */
    readonly n: number;
    /** Where they stood furthest apart. */
    readonly finding: string;
  }[];
  readonly rows: readonly {
    readonly issue: string;
    readonly name: string;
    readonly cells: readonly ApartCell[];
  }[];
}

export interface ApartCell {
  readonly a: Held | null;
  readonly b: Held | null;
  readonly apart: { readonly middle: number; readonly least: number; readonly most: number } | null;
  /** The widest of its column. */
  readonly widest: boolean;
  /** What is missing, in words; null where nothing is. */
  readonly missing: string | null;
}

export interface Held {
  readonly lo: number;
  readonly hi: number;
  readonly n: number;
  readonly stale: boolean;
}

export function apartView(record: PeninsulaRecord, settings: CompareSettings, lang: Lang): ApartView {
  const [a = '', b = ''] = settings.sides.split('~');
  const sides: [ActorLabel, ActorLabel] = [actorLabel(record, a, lang), actorLabel(record, b, lang)];
  const end = Date.parse(`${settings.to}T23:59:59Z`);
  const about = new Map(record.list('sources').map((source) => [source.id as string, source]));
  const issues = record.list('issues');
  const columns = [...settings.views, null].map((code) => {
    const seen = seenStances(record.list('stances'), about, code === null ? {} : { sourceCountries: [code] });
    const held = issues.map(({ id }) => {
      const [one, other] = [declaredAt(statements(seen, a, id), end), declaredAt(statements(seen, b, id), end)];
      return { issue: id as string, one, other, apart: distance(one, other) };
    });
    const widest = Math.max(...held.map(({ apart }) => apart?.middle ?? 0));
    return { code, held, isWidest: (middle: number | undefined) => widest > 0 && middle === widest };
  });
  const nameOf = new Map(issues.map(({ id, name }) => [id as string, name[lang]]));
  const date = writeDate(settings.to, lang);
  const widestOf = (column: (typeof columns)[number]) =>
    column.held.filter(({ apart }) => column.isWidest(apart?.middle)).map(({ issue }) => issue);
  return {
    title: titleOf(
      columns.map((column) => ({
        by: inSentence(columnName(record, column.code, lang), column.code === null && lang === 'en'),
        issues: widestOf(column),
      })),
      nameOf,
      sides,
      date,
      lang,
    ),
    date,
    at: settings.to,
    sides,
    columns: columns.map((column) => {
      const n = column.held.reduce((sum, { one, other }) => sum + (one?.n ?? 0) + (other?.n ?? 0), 0);
      const found = widestOf(column);
      const apart = column.held.find(({ issue }) => issue === found[0])?.apart;
      return {
        code: column.code,
        name: columnName(record, column.code, lang),
        n,
        finding: apart
          ? m.compare_widest({
              issue: found.map((issue) => inSentence(nameOf.get(issue) ?? issue, lang === 'en')).join(', '),
              n: apart.middle,
            })
          : m.compare_widest_none(),
      };
    }),
    rows: issues
      .map(({ id, name }, i) => ({
        issue: id as string,
        name: name[lang],
        cells: columns.map((column) => {
          const { one = null, other = null, apart = null } = column.held[i] ?? {};
          return {
            a: held(one),
            b: held(other),
            apart,
            widest: column.isWidest(apart?.middle),
            missing: missing(one, other, sides, column.code),
          };
        }),
      }))
      .sort((x, y) => reach(y.cells) - reach(x.cells) || sumOf(y.cells) - sumOf(x.cells)),
  };
}

const columnName = (record: PeninsulaRecord, code: string | null, lang: Lang) =>
  code === null ? m.compare_everyone() : viewName(record, code, lang);

const held = (stance: DeclaredStance | null): Held | null =>
  stance && { lo: stance.lo, hi: stance.hi, n: stance.n, stale: stance.stale };

/** Says whose statement is missing: a blank would pass for agreement. */
function missing(
  one: DeclaredStance | null,
  other: DeclaredStance | null,
  [a, b]: readonly [ActorLabel, ActorLabel],
  code: string | null,
): string | null {
  if (one && other) return null;
  const actor = one ? b.name : other ? a.name : `${a.name}, ${b.name}`;
  return code === null
    ? m.compare_no_statement({ actor })
    : m.compare_no_statement_in({ actor, who: viewAdjective(code) });
}

/** Issues with the columns in which each is the widest: sanctions (China, United States), dual freeze (all sources). */
function titleOf(
  columns: readonly { by: string; issues: readonly string[] }[],
  nameOf: ReadonlyMap<string, string>,
  [a, b]: readonly [ActorLabel, ActorLabel],
  date: string,
  lang: Lang,
): string {
  const issues = [...new Set(columns.flatMap((column) => column.issues))];
  if (issues.length === 0) return m.compare_apart_none({ a: a.name, b: b.name, date });
  const [comma, open, close] = lang === 'en' || lang === 'ko' ? [', ', ' (', ')'] : ['、', '（', '）'];
  const list = issues
    .map((issue) => {
      const by = columns.filter((column) => column.issues.includes(issue)).map((column) => column.by);
      const name = nameOf.get(issue) ?? issue;
      return `${inSentence(name, lang === 'en')}${open}${by.join(comma)}${close}`;
    })
    .join(comma);
  return m.compare_apart_title({ a: a.name, b: b.name, date, list });
}

/** English inside a sentence, without its capital; names of countries keep theirs. */
const inSentence = (name: string, english: boolean) =>
  english && !/^[A-Z][a-z]+–[A-Z]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;

/** Rows with the widest distance by all sources come first, then by any. */
const reach = (cells: readonly ApartCell[]) => cells.at(-1)?.apart?.middle ?? -1;
const sumOf = (cells: readonly ApartCell[]) => cells.reduce((sum, { apart }) => sum + (apart?.middle ?? 0), 0);
