import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { actorList } from '#lib/view/actors.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ actors: actorList(record(), getLocale()) });
