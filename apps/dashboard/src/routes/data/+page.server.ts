import { cite, citedAt } from '@peninsula/data/cite';
import { writeDate } from '#lib/format/dates.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { bulkFiles } from '#lib/server/bulk.ts';
import { api, originOf, record, releases } from '#lib/server/record.ts';
import { addressForm } from '#lib/view/data-form.ts';
import { askedFor, builtAddress } from '#lib/view/data-address.ts';
import { snippets, verifying } from '#lib/view/data-snippets.ts';
import { bulkView } from '#lib/view/data-tables.ts';
import type { PageServerLoad } from './$types';

/** Everything is known here: the page tells addresses of the API and never asks it. */
export const load: PageServerLoad = ({ url }) => {
  const lang = getLocale();
  const { release, released, counts, digest } = record().snapshot.manifest;
  const asked = askedFor(url.searchParams);
  const pinned = url.searchParams.get('as_of') === release;
  const whole = citedAt(record(), new URL(`/?as_of=${release}`, originOf(url)));
  return {
    form: addressForm(record(), asked, lang),
    built: builtAddress(record(), asked, api, pinned),
    bulk: bulkView(bulkFiles(release), release, api, lang),
    snippets: snippets(api, release),
    verify: verifying(api, release),
    when: writeDate(released, lang),
    counts,
    digest,
    known: releases(),
    citation: cite(whole, 'apa').trim(),
  };
};
