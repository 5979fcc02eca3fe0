import { find } from '#lib/server/find.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { actorView } from '#lib/view/actors.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({
  view: actorView(record(), find('actors', params.id), getLocale()),
});
