import { countryName } from '#lib/format/lang.ts';
import { writeDate } from '#lib/format/dates.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const lang = getLocale();
  const { manifest } = record.snapshot;
  return {
    manifest,
    released: writeDate(manifest.released, lang),
    countries: Object.entries(manifest.quality.sourceCountries)
      .map(([code, n]) => ({ code, name: countryName(code, lang, m.country_INT()), n }))
      .sort((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1)),
  };
};
