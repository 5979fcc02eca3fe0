import type { Lang, PeninsulaRecord } from '@peninsula/data';
import { type DeclaredStance, declaredAt, distance, statements } from '@peninsula/data/models';
import { MAIN_ACTORS } from '#lib/charts/actors.ts';
import { writeDate } from '#lib/format/dates.ts';
import { isoDay, spanOf } from '#lib/format/days.ts';
import { type ActorLabel, actorLabel } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { type StanceRow, stanceRow } from './stances.ts';

export interface MatrixView {
  readonly at: string;
  readonly date: string;
  readonly finding: string;
  readonly actors: readonly ActorLabel[];
  readonly pair: readonly [string, string];
  readonly bounds: { readonly from: string; readonly to: string };
  readonly rows: readonly {
    readonly issue: string;
    readonly name: string;
    readonly cells: readonly (DeclaredStance | null)[];
    readonly apart: { readonly middle: number; readonly least: number; readonly most: number } | null;
  }[];
}

const ACTORS = MAIN_ACTORS.filter((actor) => actor !== 'UN');

/** Where each actor stood on each issue on a day, widest distance of the two compared first. */
export function matrixView(
  record: PeninsulaRecord,
  asked: string,
  pair: readonly [string, string],
  lang: Lang,
): MatrixView {
  const { from, to } = boundsOf(record);
  const at = /^\d{4}-\d{2}-\d{2}$/.test(asked) && asked >= from && asked <= to ? asked : '2019-12-20';
  const end = Date.parse(`${at}T23:59:59Z`);
  const stances = record.list('stances');
  const rows = record.list('issues').map((issue) => {
    const held = new Map<string, DeclaredStance | null>(
      ACTORS.map((actor) => [actor, declaredAt(statements(stances, actor, issue.id), end)]),
    );
    return {
      issue: issue.id as string,
      name: issue.name[lang],
      cells: ACTORS.map((actor) => held.get(actor) ?? null),
      apart: distance(held.get(pair[0]) ?? null, held.get(pair[1]) ?? null),
    };
  });
  rows.sort((a, b) => (b.apart?.middle ?? -1) - (a.apart?.middle ?? -1));
  const date = writeDate(at, lang);
  const first = rows[0];
  const name = (id: string) => actorLabel(record, id, lang).name;
  return {
    at,
    date,
    finding: first?.apart
      ? m.stances_finding({ date, a: name(pair[0]), b: name(pair[1]), issue: first.name.toLowerCase() })
      : m.stances_none({ date }),
    actors: ACTORS.map((id) => actorLabel(record, id, lang)),
    pair,
    bounds: { from, to },
    rows,
  };
}

/** Every statement of an actor on an issue, the latest first. */
export function stanceHistory(record: PeninsulaRecord, actor: string, issue: string, lang: Lang): StanceRow[] {
  return statements(record.list('stances'), actor, issue)
    .map((stance) => stanceRow(record, stance, lang))
    .reverse();
}

function boundsOf(record: PeninsulaRecord): { from: string; to: string } {
  const spans = record.snapshot.manifest.coverage.map((span) => ({
    from: spanOf(span.from).from,
    to: spanOf(span.to).to,
  }));
  return {
    from: isoDay(Math.min(...spans.map(({ from }) => from))),
    to: isoDay(Math.max(...spans.map(({ to }) => to))),
  };
}
