import { citedAt } from '@peninsula/data/cite';
import { api, originOf, record, releases } from '#lib/server/record.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ url }) => {
  const { release, released, digest } = record().snapshot.manifest;
  const origin = originOf(url);
  const live = new URL(url.pathname + url.search, origin);
  live.searchParams.delete('as_of');
  const pinned = new URL(live);
  pinned.searchParams.set('as_of', release);
  return {
    release,
    released,
    digest,
    api,
    origin,
    newest: releases().at(-1) ?? release,
    /** What the address asked for, whether or not it exists. */
    asOf: url.searchParams.get('as_of'),
    cited: citedAt(record(), live),
    live: live.href,
    pinned: pinned.href,
  };
};
