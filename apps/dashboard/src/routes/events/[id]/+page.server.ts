import { find } from '#lib/server/find.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { eventView } from '#lib/view/event.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({
  view: eventView(record(), find('events', params.id), getLocale()),
});
