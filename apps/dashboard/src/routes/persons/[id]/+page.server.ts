import { find } from '#lib/server/find.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { personView } from '#lib/view/actors.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({
  view: personView(record(), find('persons', params.id), getLocale()),
});
