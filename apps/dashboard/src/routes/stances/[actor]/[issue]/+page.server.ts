import { error } from '@sveltejs/kit';
import { actorLabel, href } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from '#lib/server/record.ts';
import { issueName } from '#lib/view/event.ts';
import { stanceHistory } from '#lib/view/matrix.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
  const lang = getLocale();
  const rows = stanceHistory(record(), params.actor, params.issue, lang);
  if (rows.length === 0)
    error(404, {
      message: m.error_404_record({ id: `${params.actor}/${params.issue}`.slice(0, 80) }),
      nearest: [{ href: href('/stances'), title: m.nav_stances() }],
    });
  const issue = record().get('issues', params.issue);
  return {
    rows,
    actor: actorLabel(record(), params.actor, lang),
    issue: issueName(record(), params.issue, lang),
    issueId: params.issue,
    scale: issue.status === 'found' ? issue.value.scale : [],
  };
};
