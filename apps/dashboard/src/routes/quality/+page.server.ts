import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { qualityView } from '#lib/view/quality.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ view: qualityView(record(), getLocale()) });
