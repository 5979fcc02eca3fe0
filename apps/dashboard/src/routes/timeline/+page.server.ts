import { DEFAULT_TZ, formatQuery, parseQuery, QueryError, type QueryProblem } from '@peninsula/data';
import { MAIN_ACTORS } from '#lib/charts/actors.ts';
import { actorLabel } from '#lib/format/lang.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { filterForm, timelineView, without } from '#lib/view/timeline.ts';
import type { PageServerLoad } from './$types';

/** The address is the only state: the same parameters as the API's, and `cursor` for the next page of the list. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  const lang = getLocale();
  const names = Object.fromEntries(
    MAIN_ACTORS.map((id) => [id, actorLabel(record(), id === 'UN' ? 'un' : id, lang).name]),
  );
  const pairs = [...url.searchParams];
  const parsed = parseQuery(pairs, { extra: ['cursor'] });
  const everything = { tz: DEFAULT_TZ, dateMatch: 'overlaps', sort: 'date' } as const;
  const bad = (problems: readonly QueryProblem[]) => ({
    problems: problems.map((problem) => ({
      detail: problem.detail,
      tries: problem.suggestions.slice(0, 3).map((text) => ({ text, address: repaired(pairs, problem, text) })),
      drop: without(pairs, problem.parameter),
    })),
    form: filterForm(record(), everything, lang),
    names,
  });
  if (!parsed.ok) return bad(parsed.problems);
  try {
    const view = timelineView(record(), parsed.value, url.searchParams.get('cursor') ?? undefined, lang);
    setHeaders({ 'cache-control': 'public, max-age=300' });
    const query = formatQuery(parsed.value);
    return {
      names,
      view,
      form: filterForm(record(), parsed.value, lang),
      query: new URLSearchParams(query).toString(),
      drops: view.emptiedBy.map(({ parameter, total }) => ({ parameter, total, address: without(query, parameter) })),
    };
  } catch (error) {
    if (error instanceof QueryError) return bad(error.problems);
    throw error;
  }
};

/** The address with a suggestion in place of what was wrong: a better name, or a better value. */
function repaired(pairs: readonly (readonly [string, string])[], problem: QueryProblem, text: string): string {
  if (problem.code === 'unknown-parameter')
    return address(pairs.map(([name, value]) => [name === problem.parameter ? text : name, value]));
  if (text.includes('=')) return `?${text}`;
  return address(
    pairs.map(([name, value]) => [name, name === problem.parameter ? value.replace(problem.value, text) : value]),
  );
}

const address = (pairs: string[][]): string => `?${new URLSearchParams(pairs).toString()}`;
