import { api, record, releases } from '#lib/server/record.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ url }) => {
  const { release, released, digest } = record().snapshot.manifest;
  const asked = url.searchParams.get('as_of');
  return {
    release,
    released,
    digest,
    api,
    newest: releases().at(-1) ?? release,
    asked,
    title: record().snapshot.manifest.title,
  };
};
