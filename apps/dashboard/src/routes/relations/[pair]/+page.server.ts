import { error, redirect } from '@sveltejs/kit';
import { href } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { pairsOf } from '#lib/view/pairs.ts';
import { record } from '#lib/server/record.ts';
import { relationSlice } from '#lib/view/relation.ts';
import type { PageServerLoad } from './$types';

/** Settings live in the address and are read by the page: load needs only the pair, so a changed setting asks nothing of the server. */
export const load: PageServerLoad = ({ params }) => {
  const pairs = pairsOf(record(), getLocale());
  const [a = '', b = ''] = params.pair.split('~');
  const known = pairs.find(({ pair }) => pair === `${a}~${b}`);
  const turned = pairs.find(({ pair }) => pair === `${b}~${a}`);
  if (!known && turned) redirect(301, href(`/relations/${turned.pair}`));
  if (!known)
    error(404, {
      message: m.error_404_record({ id: params.pair.slice(0, 80) }),
      nearest: pairs.slice(0, 6).map(({ pair, name }) => ({ href: href(`/relations/${pair}`), title: name })),
    });
  return { slice: relationSlice(record(), [a, b], getLocale()) };
};
