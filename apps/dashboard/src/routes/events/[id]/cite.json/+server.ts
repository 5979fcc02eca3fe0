import { csl } from '#lib/format/cite.ts';
import { find } from '#lib/server/find.ts';
import { record } from '#lib/server/record.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, url }) =>
  new Response(
    JSON.stringify(
      [csl(find('events', params.id), record().snapshot.manifest, new URL(`/events/${params.id}`, url).href)],
      null,
      2,
    ),
    {
      headers: {
        'content-type': 'application/vnd.citationstyles.csl+json; charset=utf-8',
        'content-disposition': `attachment; filename="${params.id}.json"`,
      },
    },
  );
