import { daysFromCivil } from '../../src/dates/index.ts';
import { DEFAULTS, DIMENSIONS, fitRelation, relationSeries, turnsOf } from '../../src/models/index.ts';
import { orderDyad } from '../../src/query/index.ts';
import type { AuthoredDataset, Snapshot } from '../../src/schema/index.ts';

const MAIN = ['US', 'KP', 'CN', 'KR', 'JP', 'RU'];
const DAY = 86_400_000;

/** A relation as the build computed it, with the published settings over the core window. */
export interface PublishedRelation {
  readonly pair: string;
  readonly events: number;
  readonly levels: ReturnType<typeof relationSeries>;
  readonly turns: readonly object[];
}

/** Fewer events than this make a curve of background alone. */
const LEAST_EVENTS = 20;

/** Levels and turning points of the pairs of the six main actors with enough events. */
export function compileRelations(dataset: AuthoredDataset, { events, sources }: Snapshot): PublishedRelation[] {
  const core = dataset.coverage[0];
  if (!core) return [];
  const table = new Map(sources.map((source) => [source.id as string, source]));
  const civil = (iso: string) => daysFromCivil(...(iso.split('-').map(Number) as [number, number, number]));
  return MAIN.flatMap((a, i) =>
    MAIN.slice(i + 1).map((other) => {
      const pair = orderDyad(`${a}~${other}`);
      const request = {
        pair: pair.split('~') as [string, string],
        from: civil(core.from),
        to: civil(core.to),
        ...DEFAULTS,
      };
      const relation = fitRelation(events, table, request);
      const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
      return {
        pair,
        events: relation.events.length,
        levels: relationSeries(events, table, request),
        turns: DIMENSIONS.flatMap((dimension) =>
          turnsOf(relation, dimension).map(({ day, day50, day90, rise, mass, nearest }) => ({
            dimension,
            direction: rise ? 'rise' : 'fall',
            date: iso(day),
            interval_50: day50.map(iso),
            interval_90: day90.map(iso),
            expected: mass,
            nearest_event: nearest,
          })),
        ),
      };
    }),
  ).filter(({ events: n }) => n >= LEAST_EVENTS);
}
