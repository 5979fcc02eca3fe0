import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { matrixView } from '#lib/view/matrix.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
  view: matrixView(record(), url.searchParams.get('at') ?? '', ['US', 'CN'], getLocale()),
});
