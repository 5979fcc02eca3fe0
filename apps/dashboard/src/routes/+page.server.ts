import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { overviewView } from '#lib/view/overview.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ view: overviewView(record(), getLocale()) });
