import type { Stance, StanceCoding } from '../../src/schema/index.ts';
import type { World } from '../world.ts';

/** Second codings beside the stance each answers to, in order of id. */
export function compileCodings(world: World, stances: readonly Stance[]): StanceCoding[] {
  // A record may hold several signals of one actor on one issue; the unit answers to the first.
  const first = new Map<string, Stance>(stances.map((stance) => [stance.id, stance]));
  return [...world.codings.values()]
    .map(({ id, value }) => ({
      id,
      of: value.of,
      actor: value.actor,
      issue: value.issue,
      applicable: value.applicable,
      lo: value.lo ?? null,
      hi: value.hi ?? null,
      note: value.note ?? null,
      stance: first.get(`${value.of}.${value.actor}.${value.issue}.1`)?.id ?? null,
      coder: value.coder,
      codebook: '1',
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
