import { createHash } from 'node:crypto';
import { describeDate } from '../../src/dates/index.ts';
import {
  type AuthoredDataset,
  type Event,
  type Manifest,
  OFFICIAL_KINDS,
  type Snapshot,
  type Source,
} from '../../src/schema/index.ts';

type Tables = Omit<Snapshot, 'manifest'>;

/** What the release holds, counted from the tables themselves. */
export function compileManifest(dataset: AuthoredDataset, tables: Tables): Manifest {
  const { name, title, release, released, description, licence, compiled, gaps } = dataset;
  return {
    name,
    title,
    release,
    released,
    digest: createHash('sha256').update(JSON.stringify(tables)).digest('hex'),
    description,
    licence,
    compiled,
    counts: Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.length])),
    coverage: dataset.coverage.map((span) => ({
      ...span,
      events: tables.events.filter((event) => lies(event, span)).length,
    })),
    gaps,
    quality: qualityOf(tables.events, tables.sources),
  };
}

function qualityOf(events: readonly Event[], sources: readonly Source[]): Manifest['quality'] {
  const kinds = new Map(sources.map(({ id, kind }) => [id, kind]));
  const share = (count: number) => (events.length === 0 ? 0 : Math.round((count / events.length) * 10_000) / 10_000);
  const official = ({ evidence }: Event) =>
    evidence.some(({ source }) => OFFICIAL_KINDS.includes(kinds.get(source) ?? 'wire'));
  return {
    singleSource: share(events.filter(({ coding }) => coding.singleSource === true).length),
    official: share(events.filter(official).length),
    accounts: events.filter(({ accounts }) => accounts.length > 0).length,
    unreviewed: share(
      events.filter(({ coding }) => coding.review === 'draft' || coding.review === 'single-coded').length,
    ),
    sourceCountries: tally(sources.map(({ country }) => country ?? 'unknown')),
    sourceKinds: tally(sources.map(({ kind }) => kind)),
    untitledSources: sources.filter(({ title }) => title === null).length,
  };
}

function lies(event: Event, span: AuthoredDataset['coverage'][number]): boolean {
  if (span.family !== 'all' && span.family !== event.family) return false;
  const start = event.date.start ?? '';
  return (
    (describeDate(span.from, event.date.tz).start ?? '') <= start &&
    start < (describeDate(span.to, event.date.tz).end ?? '~')
  );
}

/** Counts per value, most first. */
function tally(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}
