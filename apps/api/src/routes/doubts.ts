import { type EventQuery, nearest, type PeninsulaRecord } from '@peninsula/data/query';

/** Ids asked for that no record carries: not an error, since they may come with a later release, but worth saying. */
export function doubtfulValues(record: PeninsulaRecord, query: EventQuery): object[] {
  const tables = {
    actor: 'actors',
    initiator: 'actors',
    target: 'actors',
    person: 'persons',
    place: 'places',
    process: 'processes',
    source: 'sources',
  } as const;
  return Object.entries(tables).flatMap(([name, table]) => {
    const terms = query[name as keyof typeof tables];
    const known = record.list(table).map(({ id }) => id as string);
    return [...(terms?.all.flat() ?? []), ...(terms?.not ?? [])]
      .filter((value) => !known.includes(value))
      .map((value) => ({
        parameter: name,
        value,
        detail: `no ${name} ${JSON.stringify(value)} is on record`,
        suggestions: nearest(value, known, 3),
      }));
  });
}
