import { compareDates, describeDate } from '../../src/dates/index.ts';
import type { AuthoredEvent, AuthoredSource, Stance, StanceId } from '../../src/schema/index.ts';
import type { World } from '../world.ts';
import { officeTitle } from './offices.ts';
import { knownAt, sourceId } from './sources.ts';

type Position = AuthoredEvent['positions'][number];

/** Version of the scales in `records/issues.yaml` and of the grading rules in CODEBOOK.md. */
const CODEBOOK = '1';

/** Stance signals of all events and documents, in order of date, then id. */
export function compileStances(world: World): Stance[] {
  const carriers = [...world.events.values(), ...world.documents.values()];
  return carriers
    .flatMap(({ id, value }) => {
      const ids = stanceIds(id, value.positions);
      const coder = 'coding' in value ? value.coding.by : 'compiler';
      return value.positions.map((position, i): Stance => {
        const cited = position.evidence.flatMap((n): AuthoredSource | [] => value.sources[n - 1] ?? []);
        const speaker = position.speaker === undefined ? undefined : world.persons.get(position.speaker)?.value;
        return {
          ...position,
          id: ids[i] as StanceId,
          office: officeTitle(speaker, position.actor, value.date, value.zone),
          date: describeDate(value.date, value.zone),
          knownAt: knownAt(cited),
          from: id,
          sources: cited.map(({ url }) => sourceId(url)),
          coder,
          codebook: CODEBOOK,
        };
      });
    })
    .sort((a, b) => compareDates(a.date, b.date) || (a.id < b.id ? -1 : 1));
}

/** `<carrier>.<actor>.<issue>.<n>`, counting from 1 within an actor and issue. */
export function stanceIds(carrier: string, positions: readonly Position[]): StanceId[] {
  const seen = new Map<string, number>();
  return positions.map(({ actor, issue }) => {
    const key = `${carrier}.${actor}.${issue}`;
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return `${key}.${n}` as StanceId;
  });
}
