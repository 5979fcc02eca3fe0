import { api, record } from '#lib/server/record.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = () => {
  const { release, digest } = record.snapshot.manifest;
  return { release, digest, api };
};
