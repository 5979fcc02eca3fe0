import { QueryError } from '@peninsula/data';
import { getLocale } from '#lib/paraglide/runtime.js';
import { originOf, record } from '#lib/server/record.ts';
import { countView } from '#lib/view/count.ts';
import type { PageServerLoad } from './$types';

const WINDOW = { from: '2019-05', to: '2019-10' };
/** Five ways to the number the founding article gives. */
const PRESET = ['short-range-ballistic', 'short-range-rok', 'ballistic-japan-mod', 'dprk-missiles', 'cns-missiles'];

export const load: PageServerLoad = ({ url }) => {
  const asked = url.searchParams;
  const known = record()
    .list('rules')
    .map(({ id }) => id as string);
  const given = asked.getAll('rule').flatMap((text) => text.split(','));
  const rules = known.filter((id) => (given.length > 0 ? given : PRESET).includes(id));
  const window = { from: asked.get('from') || WINDOW.from, to: asked.get('to') || WINDOW.to };
  const address = `${originOf(url)}/count`;
  const lang = getLocale();
  try {
    return { view: countView(record(), { rules, ...window }, lang, address), problems: [] };
  } catch (cause) {
    if (!(cause instanceof QueryError)) throw cause;
    return { view: countView(record(), { rules, ...WINDOW }, lang, address), problems: cause.problems };
  }
};
