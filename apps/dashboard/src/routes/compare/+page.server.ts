import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { levelsView } from '#lib/view/compare-levels.ts';
import { apartView } from '#lib/view/compare-stances.ts';
import { toldView } from '#lib/view/compare-told.ts';
import { readCompare } from '#lib/view/compare.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
  const lang = getLocale();
  const { settings, problems, form } = readCompare(record(), url.searchParams, lang);
  return {
    settings,
    problems,
    form,
    told: toldView(record(), settings, lang),
    levels: levelsView(record(), settings, lang),
    apart: apartView(record(), settings, lang),
  };
};
