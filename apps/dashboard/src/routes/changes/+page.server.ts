import { nearest } from '@peninsula/data/query';
import { getLocale } from '#lib/paraglide/runtime.js';
import { comparison } from '#lib/server/comparison.ts';
import { openRelease, record, releases } from '#lib/server/record.ts';
import { changesView, chosenReleases, releaseRow } from '#lib/view/changes.ts';
import type { PageServerLoad } from './$types';

/** Releases up to the one asked for: a pinned page does not know of later ones. */
export const load: PageServerLoad = async ({ url }) => {
  // Read here although the release is already open: so that a move to another release loads the page anew.
  url.searchParams.get('as_of');
  const lang = getLocale();
  const all = releases();
  const names = all.slice(0, all.indexOf(record().release) + 1);
  const opened = (await Promise.all(names.map(openRelease))).filter((one) => one !== null);
  const asked = { from: url.searchParams.get('from'), to: url.searchParams.get('to') };
  const { from, to, turned, unknown } = chosenReleases(asked, names);
  const before = opened.find(({ release }) => release === from);
  const after = opened.find(({ release }) => release === to);
  return {
    releases: opened.map(({ snapshot }) => releaseRow(snapshot.manifest, lang)).reverse(),
    from,
    to,
    turned,
    unknown: unknown.map((one) => ({ ...one, tries: nearest(one.value, names, 2) })),
    view:
      before && after && before !== after
        ? changesView(before, after, comparison(before, after), url.searchParams.get('year') ?? '', lang)
        : null,
  };
};
