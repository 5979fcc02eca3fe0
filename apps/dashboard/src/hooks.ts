import type { Reroute } from '@sveltejs/kit/hooks';
import { deLocalizeUrl } from '#lib/paraglide/runtime.js';

/** `/ko/events/x` is the page `/events/x`, shown in Korean. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
