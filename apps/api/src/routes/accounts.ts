import { formatQuery, parseQuery } from '@peninsula/data/query';
import type { Event } from '@peninsula/data/schema';
import { type Context, Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import { answer, COMMON } from '../respond/answer.ts';
import { withEndings } from '../respond/format.ts';
import { badQuery } from '../respond/problem.ts';

/** Fields on which sources differ, and what each side said came of an event, under any event filter. */
export function accounts(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  withEndings('/accounts', (path, extension) => app.get(path, (c) => list(c, service, extension, accountRows)));
  withEndings('/disagreements', (path, extension) =>
    app.get(path, (c) => list(c, service, extension, (event) => accountRows(event).filter(differs))),
  );
  return app;
}

export const ACCOUNT_COLUMNS = ['event', 'date', 'title', 'field', 'values', 'preferred', 'reason', 'sources'] as const;

interface AccountRow {
  readonly event: string;
  readonly date: string;
  readonly title: Event['title'];
  /** `outcome:KP` is what that side said came of it. */
  readonly field: string;
  readonly values: readonly {
    readonly value: string;
    readonly held_by: string | null;
    readonly sources: readonly string[];
  }[];
  readonly preferred: string | null;
  readonly reason: string | null;
  readonly sources: readonly string[];
}

function accountRows(event: Event): AccountRow[] {
  const sourcesOf = (numbers: readonly number[]) => numbers.flatMap((n) => event.evidence[n - 1]?.source ?? []);
  const common = { event: event.id as string, date: event.date.edtf, title: event.title };
  const told = event.outcomes.length > 0 ? [outcomeRow(event, common, sourcesOf)] : [];
  return [
    ...told,
    ...event.accounts.map((account) => ({
      ...common,
      field: account.field,
      values: account.values.map(({ value, heldBy, evidence }) => ({
        value,
        held_by: heldBy ?? null,
        sources: sourcesOf(evidence),
      })),
      preferred: account.preferred ?? null,
      reason: account.reason ?? null,
      sources: [...new Set(account.values.flatMap(({ evidence }) => sourcesOf(evidence)))],
    })),
  ];
}

function outcomeRow(
  event: Event,
  common: Pick<AccountRow, 'event' | 'date' | 'title'>,
  sourcesOf: (numbers: readonly number[]) => string[],
): AccountRow {
  return {
    ...common,
    field: 'outcome, as each side tells it',
    values: event.outcomes.map(({ party, text, evidence }) => ({
      value: text.en,
      held_by: party,
      sources: sourcesOf(evidence),
    })),
    preferred: null,
    reason: null,
    sources: [...new Set(event.outcomes.flatMap(({ evidence }) => sourcesOf(evidence)))],
  };
}

const differs = ({ values }: AccountRow): boolean => new Set(values.map(({ value }) => value)).size > 1;

function list(
  c: Context,
  service: Service,
  extension: string | undefined,
  rowsOf: (event: Event) => AccountRow[],
): Response {
  const parsed = parseQuery([...new URL(c.req.url).searchParams], { extra: COMMON });
  if (!parsed.ok) return badQuery(c, parsed.problems);
  return answer(c, {
    service,
    formats: ['json', 'ndjson', 'csv'],
    extension,
    columns: ACCOUNT_COLUMNS,
    query: formatQuery(parsed.value)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&'),
    find: () => {
      const rows = service.record.all(parsed.value).flatMap(rowsOf);
      return { rows: rows.map((row) => service.rows.plain(row)), total: rows.length, meta: { tz: parsed.value.tz } };
    },
  });
}
