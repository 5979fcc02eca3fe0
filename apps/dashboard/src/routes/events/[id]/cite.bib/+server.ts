import { bibtex } from '#lib/format/cite.ts';
import { find } from '#lib/server/find.ts';
import { record } from '#lib/server/record.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, url }) =>
  new Response(
    bibtex(find('events', params.id), record().snapshot.manifest, new URL(`/events/${params.id}`, url).href),
    {
      headers: {
        'content-type': 'application/x-bibtex; charset=utf-8',
        'content-disposition': `attachment; filename="${params.id}.bib"`,
      },
    },
  );
