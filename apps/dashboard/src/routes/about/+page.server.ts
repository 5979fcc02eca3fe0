import { writeDate } from '#lib/format/dates.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const lang = getLocale();
  const { manifest } = record().snapshot;
  return {
    manifest,
    released: writeDate(manifest.released, lang),
  };
};
