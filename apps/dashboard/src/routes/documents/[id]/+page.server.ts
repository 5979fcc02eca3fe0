import { find } from '#lib/server/find.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { documentView } from '#lib/view/document.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) => ({
  view: documentView(record(), find('documents', params.id), url.searchParams.get('at') ?? '', getLocale()),
});
