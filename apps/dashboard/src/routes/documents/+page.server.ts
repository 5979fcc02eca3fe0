import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { documentsView } from '#lib/view/documents.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
  view: documentsView(record(), url.searchParams.get('party') ?? '', url.searchParams.get('issue') ?? '', getLocale()),
});
