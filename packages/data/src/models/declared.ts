import type { Issue, Stance } from '../schema/index.ts';

/** After this many days without a new statement a stance is stale: 24 months. */
export const STALE_AFTER = 730;
const DAY = 86_400_000;

/** The declared stance of one actor on one issue on one day: a step function of coded statements. */
export interface DeclaredStance {
  readonly actor: string;
  readonly issue: string;
  /** Range of what was last said. */
  readonly lo: number;
  readonly hi: number;
  /** Date of the statement that holds, EDTF. */
  readonly since: string;
  /** Statements up to the day. */
  readonly n: number;
  /** Days since the last one. */
  readonly age: number;
  readonly stale: boolean;
  /** Change of the midpoint against twelve months earlier; null where nothing had been said by then. */
  readonly trend: number | null;
  /** Id of the stance signal that holds. */
  readonly from: string;
}

/** Stance signals of one actor and issue in order of date; later ids of one day supersede earlier ones. */
export function statements(stances: readonly Stance[], actor: string, issue: string): Stance[] {
  return stances
    .filter((stance) => stance.actor === actor && stance.issue === issue && stance.date.start !== null)
    .sort((a, b) => compare(a.date.start ?? '', b.date.start ?? '') || compare(a.id, b.id));
}

/** What holds on a day (UTC milliseconds); null where nothing had been said. Blank is not zero. */
export function declaredAt(said: readonly Stance[], at: number): DeclaredStance | null {
  const before = said.filter(({ date }) => Date.parse(date.start ?? '') <= at);
  const last = before.at(-1);
  if (!last) return null;
  const yearAgo = before.filter(({ date }) => Date.parse(date.start ?? '') <= at - 365 * DAY).at(-1);
  const age = Math.floor((at - Date.parse(last.date.start ?? '')) / DAY);
  return {
    actor: last.actor,
    issue: last.issue,
    lo: last.lo,
    hi: last.hi,
    since: last.date.edtf,
    n: before.length,
    age,
    stale: age > STALE_AFTER,
    trend: yearAgo ? (last.lo + last.hi) / 2 - (yearAgo.lo + yearAgo.hi) / 2 : null,
    from: last.id,
  };
}

/** Distance of two actors on an issue, 0 to 4, with the least and most their ranges allow; null where one is silent. */
export function distance(
  a: DeclaredStance | null,
  b: DeclaredStance | null,
): { middle: number; least: number; most: number } | null {
  if (!a || !b) return null;
  const middle = Math.abs((a.lo + a.hi) / 2 - (b.lo + b.hi) / 2);
  const least = Math.max(0, Math.max(a.lo, b.lo) - Math.min(a.hi, b.hi));
  const most = Math.max(Math.abs(a.hi - b.lo), Math.abs(b.hi - a.lo));
  return { middle, least, most };
}

/** Distance of two actors on an issue through time, at each of the given days (UTC milliseconds); days on which one was silent are left out. */
export function convergence(
  a: readonly Stance[],
  b: readonly Stance[],
  days: readonly number[],
): { date: string; middle: number; least: number; most: number }[] {
  return days.flatMap((at) => {
    const apart = distance(declaredAt(a, at), declaredAt(b, at));
    return apart ? [{ date: new Date(at).toISOString().slice(0, 10), ...apart }] : [];
  });
}

/** Issues on which two actors differ most on a day, widest first. */
export function widest(stances: readonly Stance[], issues: readonly Issue[], a: string, b: string, at: number) {
  return issues
    .flatMap(({ id }) => {
      const [one, other] = [declaredAt(statements(stances, a, id), at), declaredAt(statements(stances, b, id), at)];
      const apart = distance(one, other);
      return apart && one && other ? [{ issue: id as string, ...apart, a: one, b: other }] : [];
    })
    .sort((x, y) => y.middle - x.middle || compare(x.issue, y.issue));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
