import { m } from '#lib/paraglide/messages.js';
import { record } from '#lib/server/record.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
  const { release, digest } = record().snapshot.manifest;
  const about = url.searchParams.get('record') ?? url.searchParams.get('page') ?? '';
  return {
    text: `${m.report_record()}: ${about.slice(0, 200)}\nRelease: ${release} (${digest.slice(0, 12)})\n\n${m.report_wrong()}:\n\n${m.report_source()}:\n`,
  };
};
