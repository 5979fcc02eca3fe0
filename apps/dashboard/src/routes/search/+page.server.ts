import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { searchView } from '#lib/view/search.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 300);
  return { q, hits: searchView(record(), q, getLocale()) };
};
