import type { Claim, ClaimId, CountingRule, DocumentId, RuleId } from '../../src/schema/index.ts';
import type { World } from '../world.ts';
import type { SourceTable } from './sources.ts';

/** Claims by text and in its order, so that the table reads like the text. */
export function compileClaims(world: World): Claim[] {
  return [...world.claims.values()]
    .map(({ id, value: { text, ...claim } }) => ({ id: id as ClaimId, text: text as DocumentId, ...claim }))
    .sort((a, b) => (a.text === b.text ? a.n - b.n : a.text < b.text ? -1 : 1));
}

export function compileRules(world: World, sources: SourceTable): CountingRule[] {
  return [...world.rules.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, value: { sources: cited, ...rule } }) => ({
      id: id as RuleId,
      ...rule,
      evidence: sources.cite(id, cited),
    }));
}
