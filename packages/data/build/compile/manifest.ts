import { createHash } from 'node:crypto';
import { describeDate } from '../../src/dates/index.ts';
import type { AuthoredDataset, Event, Manifest, Tables } from '../../src/schema/index.ts';

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
