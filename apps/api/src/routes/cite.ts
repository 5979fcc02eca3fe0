import { cite as write, CITE_MEDIA, CITE_STYLES, citedAt, type CiteStyle } from '@peninsula/data/cite';
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
    const cited = citedAt(service.record, url);
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
