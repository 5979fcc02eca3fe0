import { QueryError } from '@peninsula/data';
import { ClaimKind, Verdict } from '@peninsula/data/schema';
import { error } from '@sveltejs/kit';
import { href } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { articleView, claimView } from '#lib/view/claims.ts';
import type { PageServerLoad } from './$types';

const FOUNDING = 'founding-article-2020';

export const load: PageServerLoad = ({ url }) => {
  const lang = getLocale();
  const asked = url.searchParams;
  const one = (name: string, codes: readonly string[]) => codes.find((code) => code === asked.get(name)) ?? null;
  const text = asked.get('text') || FOUNDING;
  const view = articleView(
    record(),
    { text, verdict: one('verdict', Verdict.options), kind: one('kind', ClaimKind.options) },
    lang,
  );
  if (!view)
    error(404, {
      message: m.error_404_record({ id: text.slice(0, 80) }),
      nearest: [{ href: href('/article'), title: m.nav_article() }],
    });
  return { view, verdict: asked.get('verdict') ?? '', kind: asked.get('kind') ?? '', claim: claimOf(asked, text) };

  /** The sentence whose evidence stands beside the list; settings that are none fall back to its own. */
  function claimOf(params: URLSearchParams, of: string) {
    const found = record().get('claims', params.get('claim') ?? '');
    if (found.status !== 'found' || found.value.text !== of) return null;
    const names = found.value.parameters.map(({ id }) => id);
    const settings = Object.fromEntries([...params].filter(([name, value]) => names.includes(name) && value !== ''));
    const knownBy = params.get('known_by') || null;
    try {
      return claimView(record(), found.value, settings, knownBy, lang);
    } catch (cause) {
      if (cause instanceof QueryError) return claimView(record(), found.value, {}, null, lang);
      throw cause;
    }
  }
};
