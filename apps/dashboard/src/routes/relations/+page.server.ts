import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { pairsOf } from '#lib/view/pairs.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ pairs: pairsOf(record(), getLocale()) });
