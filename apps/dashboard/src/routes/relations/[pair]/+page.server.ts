import { error, redirect } from '@sveltejs/kit';
import { href } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { pairsOf } from '#lib/view/pairs.ts';
import { record } from '#lib/server/record.ts';
import { readSettings, relationView } from '#lib/view/relation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) => {
  const pairs = pairsOf(record, getLocale());
  const [a = '', b = ''] = params.pair.split('~');
  const known = pairs.find(({ pair }) => pair === `${a}~${b}`);
  const turned = pairs.find(({ pair }) => pair === `${b}~${a}`);
  if (!known && turned) redirect(301, href(`/relations/${turned.pair}${url.search}`));
  if (!known)
    error(404, {
      message: m.error_404_record({ id: params.pair.slice(0, 80) }),
      nearest: pairs.slice(0, 6).map(({ pair, name }) => ({ href: href(`/relations/${pair}`), title: name })),
    });
  return { view: relationView(record, [a, b], readSettings(record, url.searchParams), getLocale()) };
};
