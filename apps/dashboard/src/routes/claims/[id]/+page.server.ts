import { QueryError } from '@peninsula/data';
import { find } from '#lib/server/find.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { claimView } from '#lib/view/claims.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) => {
  const claim = find('claims', params.id);
  const lang = getLocale();
  const given = [...url.searchParams].filter(([name, value]) => name !== 'known_by' && value !== '');
  const knownBy = url.searchParams.get('known_by') || null;
  try {
    return { view: claimView(record(), claim, Object.fromEntries(given), knownBy, lang), problems: [] };
  } catch (cause) {
    // The page says what was wrong with the address and shows the claim at its own settings.
    if (cause instanceof QueryError)
      return { view: claimView(record(), claim, {}, null, lang), problems: cause.problems };
    throw cause;
  }
};
