import { cite as write, CITE_MEDIA, CITE_STYLES, type Cited, type CiteStyle } from '@peninsula/data/cite';
import type { QueryProblem } from '@peninsula/data/query';
import { type Context, Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import { answer, unknownParameters, wrongCode } from '../respond/answer.ts';
import { badQuery } from '../respond/problem.ts';

/** `/v1/cite?url=&style=`: how to cite a record, a view or the whole, of the release that answers. */
export function citations(service: Service): Hono<Env> {
  return new Hono<Env>().get('/cite', (c) => {
    const problems = unknownParameters(c, ['url', 'style']);
    const style = c.req.query('style') || 'apa';
    if (!(CITE_STYLES as readonly string[]).includes(style)) problems.push(wrongCode('style', style, CITE_STYLES));
    const url = readUrl(c, problems);
    if (problems.length > 0 || url === null) return badQuery(c, problems);
    const cited = whatIsCited(service, url);
    return answer(c, {
      service,
      formats: ['json'],
      extension: undefined,
      query: `style=${style}&url=${encodeURIComponent(url.href)}`,
      find: () => ({
        rows: [
          service.rows.plain({
            ...cited,
            style,
            text: write(cited, style as CiteStyle),
            media: CITE_MEDIA[style as CiteStyle],
            styles: Object.fromEntries(CITE_STYLES.map((one) => [one, write(cited, one)])),
          }),
        ],
        total: 1,
        single: true,
      }),
    });
  });
}

/** An address of this API or of the dashboard; a path is read as one of this API. */
function readUrl(c: Context, problems: QueryProblem[]): URL | null {
  const text = c.req.query('url') ?? '/';
  try {
    const url = new URL(text, c.req.url);
    if (/^https?:$/.test(url.protocol) && text.length <= 2000) return url;
  } catch {
    // said below: not an address
  }
  problems.push({
    code: 'invalid-value',
    parameter: 'url',
    value: text.slice(0, 60),
    detail: 'url is an http address of a record or view',
    suggestions: ['/v1/events/stockholm-talks-2019'],
  });
  return null;
}

const TITLED = ['events', 'documents'] as const;
const NAMED = ['actors', 'persons', 'places', 'processes', 'rules'] as const;

/** The record an address names, else the view or the dataset as such. */
function whatIsCited(service: Service, url: URL): Cited {
  const { release, released, title } = service.record.snapshot.manifest;
  const [table = '', id = ''] = url.pathname
    .replace(/^\/(ko|zh-Hans|zh-Hant)(?=\/)/, '')
    .replace(/^\/v1/, '')
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/\.\w+$/, ''));
  const common = { url: url.href, release, released };
  for (const name of TITLED)
    if (name === table) {
      const found = service.record.get<(typeof TITLED)[number]>(name, id);
      if (found.status === 'found')
        return {
          id,
          title: found.value.title.en,
          note: `${name === 'events' ? 'event' : 'document'} of ${found.value.date.edtf}`,
          ...common,
        };
    }
  for (const name of NAMED)
    if (name === table) {
      const found = service.record.get<(typeof NAMED)[number]>(name, id);
      if (found.status === 'found') return { id, title: found.value.name.en, ...common };
    }
  if (table === 'claims') {
    const found = service.record.get('claims', id);
    if (found.status === 'found') return { id, title: found.value.paraphrase.en, note: 'claim', ...common };
  }
  const view = [table, id].filter(Boolean).join('-') || 'dataset';
  return { id: view, title: table === '' ? title : `${title}, ${[table, id].filter(Boolean).join(' ')}`, ...common };
}
