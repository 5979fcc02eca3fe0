import type { ClaimTest, Verdict } from '../schema/index.ts';
import type { Holds } from './tests/index.ts';

/**
 * From answers to a verdict. One essential no settles it; an open dispute makes it contested; what is not known leaves it open; if all
 * that is essential holds, a qualifying question that does not hold qualifies it.
 */
export function verdictOf(answers: readonly { readonly need: ClaimTest['need']; readonly holds: Holds }[]): Verdict {
  if (answers.length === 0) return 'not-checkable';
  const essential = answers.filter(({ need }) => need === 'essential').map(({ holds }) => holds);
  if (essential.includes('no')) return 'not-supported';
  if (essential.includes('disputed')) return 'contested';
  if (essential.includes('unknown')) return 'insufficient-evidence';
  return answers.every(({ holds }) => holds === 'yes') ? 'supported' : 'supported-with-qualification';
}
