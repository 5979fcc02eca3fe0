import type { Terms } from './contract.ts';

/**
 * Reads the values of one list parameter. `KP,US` is either, the parameter repeated is both, `-KP` is not: a leading minus
 * stands before one value of the list and excludes it.
 */
export function readTerms(values: readonly string[]): Terms {
  const all: string[][] = [];
  const not: string[] = [];
  for (const value of values) {
    const group: string[] = [];
    for (const part of value.split(',').map((text) => text.trim())) {
      if (part.startsWith('-') && part.length > 1) not.push(part.slice(1));
      else if (part !== '') group.push(part);
    }
    if (group.length > 0) all.push(sortUnique(group));
  }
  return { all: sortGroups(all), not: sortUnique(not) };
}

/** The inverse of `readTerms`, one string per repetition of the parameter; canonical, so equal terms give equal text. */
export function writeTerms(terms: Terms): string[] {
  const groups = terms.all.map((group) => group.join(','));
  const not = terms.not.map((value) => `-${value}`).join(',');
  return not === '' ? groups : [...groups, not];
}

/** True where `values` satisfies every group and none of the exclusions. */
export function satisfies(terms: Terms, values: readonly string[]): boolean {
  return (
    terms.all.every((group) => group.some((value) => values.includes(value))) &&
    !terms.not.some((value) => values.includes(value))
  );
}

/** Both conditions at once. */
export function both<T extends string>(a: Terms<T> | undefined, b: Terms<T> | undefined): Terms<T> | undefined {
  if (!a || !b) return a ?? b;
  return { all: sortGroups([...a.all, ...b.all]), not: sortUnique([...a.not, ...b.not]) };
}

export function mapTerms(terms: Terms, change: (value: string) => readonly string[]): Terms {
  return {
    all: sortGroups(terms.all.map((group) => sortUnique(group.flatMap(change)))),
    not: sortUnique(terms.not.flatMap(change)),
  };
}

export function everyValue(terms: Terms): readonly string[] {
  return [...terms.all.flat(), ...terms.not];
}

function sortUnique<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].sort();
}

function sortGroups<T extends string>(groups: readonly (readonly T[])[]): (readonly T[])[] {
  const keyed = new Map(groups.map((group) => [group.join(','), group]));
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
