import type { Document, Lang, PeninsulaRecord, Standing } from '@peninsula/data';
import { askedDay } from '@peninsula/data/dates';
import { commitmentsBy } from '@peninsula/data/query';
import { STANDINGS, type StandingCode } from '#lib/charts/standings.ts';
import { writeDate } from '#lib/format/dates.ts';
import { label } from '#lib/format/labels.ts';
import { type ActorLabel, actorLabel } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';

/** How many commitments stand how; standings nobody has are left out. */
export type Tally = readonly { readonly status: StandingCode; readonly n: number }[];

export interface DocumentsView {
  readonly finding: string;
  readonly day: string;
  readonly total: number;
  readonly all: number;
  readonly tally: Tally;
  readonly decades: readonly { readonly name: string; readonly id: string; readonly rows: readonly DocumentRow[] }[];
  readonly party: string;
  readonly issue: string;
  readonly parties: readonly Option[];
  readonly issues: readonly Option[];
  /** Where nothing matches: how many documents there are without one of the filters. */
  readonly drops: readonly { readonly parameter: 'party' | 'issue'; readonly n: number; readonly address: string }[];
}

export interface DocumentRow {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly kind: string;
  readonly symbol: string | null;
  readonly parties: readonly ActorLabel[];
  readonly commitments: number;
  readonly tally: Tally;
}

interface Option {
  readonly value: string;
  readonly text: string;
}

/** Documents by date, filtered by party and by issue; with an issue, only the commitments on it are counted. */
export function documentsView(record: PeninsulaRecord, party: string, issue: string, lang: Lang): DocumentsView {
  const { released } = record.snapshot.manifest;
  const end = askedDay(released)?.end ?? 0;
  const documents = record.list('documents');
  const matches = (who: string, what: string) =>
    documents.filter(
      ({ parties, commitments }) =>
        (who === '' || parties.some((id) => id === who)) &&
        (what === '' || commitments.some((commitment) => commitment.issue === what)),
    );
  const found = matches(party, issue).map((document) => ({
    document,
    standings: commitmentsBy(document, end).filter((one) => issue === '' || one.issue === issue),
  }));
  const tally = tallyOf(found.flatMap(({ standings }) => standings));
  const decades = new Map<string, DocumentRow[]>();
  for (const { document, standings } of found) {
    const decade = `${document.date.edtf.slice(0, 3)}0`;
    const rows = decades.get(decade) ?? [];
    rows.push(documentRow(record, document, standings, lang));
    decades.set(decade, rows);
  }
  const without = { party: matches('', issue).length, issue: matches(party, '').length };
  return {
    finding: finding(tally),
    day: writeDate(released, lang),
    total: found.length,
    all: documents.length,
    tally,
    decades: [...decades].map(([decade, rows]) => ({ name: m.documents_decade({ decade }), id: `d${decade}`, rows })),
    party,
    issue,
    ...options(record, lang),
    drops: (['party', 'issue'] as const)
      .filter((parameter) => (parameter === 'party' ? party : issue) !== '' && without[parameter] > 0)
      .map((parameter) => ({
        parameter,
        n: without[parameter],
        address: parameter === 'party' ? `?issue=${encodeURIComponent(issue)}` : `?party=${encodeURIComponent(party)}`,
      })),
  };
}

export function tallyOf(standings: readonly Pick<Standing, 'status'>[]): Tally {
  return STANDINGS.map((status) => ({ status, n: standings.filter((one) => one.status === status).length })).filter(
    ({ n }) => n > 0,
  );
}

export const documentKind = (document: Pick<Document, 'type'>): string => label('documents_kind', document.type);

function finding(tally: Tally): string {
  const n = (status: StandingCode) => tally.find((one) => one.status === status)?.n ?? 0;
  const all = tally.reduce((sum, one) => sum + one.n, 0);
  if (all === 0) return m.documents_title();
  return m.documents_finding({ all, fulfilled: n('fulfilled'), violated: n('violated') });
}

function documentRow(
  record: PeninsulaRecord,
  document: Document,
  standings: readonly Standing[],
  lang: Lang,
): DocumentRow {
  return {
    id: document.id,
    title: document.title[lang],
    when: writeDate(document.date.edtf, lang, 'short'),
    kind: documentKind(document),
    symbol: document.symbol,
    parties: document.parties.map((id) => actorLabel(record, id, lang)),
    commitments: standings.length,
    tally: tallyOf(standings),
  };
}

/** Values worth offering: parties by the number of their documents, and issues on which a commitment was made. */
function options(record: PeninsulaRecord, lang: Lang): Pick<DocumentsView, 'parties' | 'issues'> {
  const documents = record.list('documents');
  const counts = new Map<string, number>();
  for (const id of documents.flatMap(({ parties }) => parties)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const issues = new Set(
    documents.flatMap(({ commitments }) => commitments.map(({ issue }) => issue as string | null)),
  );
  return {
    parties: [...counts]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([value, n]) => ({ value, text: `${actorLabel(record, value, lang).name} (${String(n)})` })),
    issues: record
      .list('issues')
      .filter(({ id }) => issues.has(id))
      .map(({ id, name }) => ({ value: id, text: name[lang] })),
  };
}
