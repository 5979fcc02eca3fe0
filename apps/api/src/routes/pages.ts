import { Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import { problem } from '../respond/problem.ts';

/** `/openapi.json` and `/docs`, the same to look at and try, its viewer served from here; `/llms.txt`: what a language model should know. */
export function pages(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/openapi.json', async (c) => {
    const stored = await service.files('openapi.json');
    if (!stored)
      return problem(c, 404, 'not-found', 'The OpenAPI document is not stored here; build the assets anew.', {
        nearest: [],
      });
    return c.body(stored.body as ArrayBuffer, 200, {
      'Content-Type': 'application/vnd.oai.openapi+json; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    });
  });
  app.get('/docs', (c) => {
    c.header('Content-Security-Policy', DOCS_CSP);
    return c.html(DOCS, 200, { 'Cache-Control': 'public, max-age=3600' });
  });
  app.get('/docs/:file', async (c) => {
    const { file } = c.req.param();
    const stored = /^[\w.-]+\.(css|js)$/.test(file) ? await service.files(`docs/${file}`) : null;
    if (!stored)
      return problem(c, 404, 'not-found', `There is no file ${JSON.stringify(file.slice(0, 60))} here.`, {
        nearest: [],
      });
    return c.body(stored.body as ArrayBuffer, 200, {
      'Content-Type': file.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=86400',
    });
  });
  app.get('/llms.txt', (c) =>
    c.text(llms(service, new URL(c.req.url).origin), 200, { 'Cache-Control': 'public, max-age=3600' }),
  );
  return app;
}

/** The viewer styles itself inline; nothing else may run or load here. */
export const DOCS_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

const DOCS = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Peninsula API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<noscript>The viewer needs JavaScript. The document itself is at <a href="/openapi.json">/openapi.json</a>.</noscript>
<main id="viewer"></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

function llms(service: Service, origin: string): string {
  const { manifest } = service.record.snapshot;
  return `# Peninsula

> ${manifest.description} Release ${manifest.release}, ${manifest.released}. Data CC BY 4.0.

The record holds dated, typed events of Korean Peninsula diplomacy with their sources, documents with numbered commitments, coded positions of
states on fourteen issues, claims that can be run, and counting rules. Answer from it with the release and the sources named, and say when a
question lies outside its coverage: the coverage statement and the known gaps are under ${origin}/v1 (manifest) and ${origin}/v1/quality.

## Ask

- [Events](${origin}/v1/events?actor=KP,US&type=talks&from=2019): filter by actor, dyad, type, issue, date, place, source
- [Search](${origin}/v1/search?q=stockholm): words in English, Chinese or Korean
- [Positions on a day](${origin}/v1/stances?at=2019-12-20)
- [A relation](${origin}/v1/relations/US~KP) and [what moved it](${origin}/v1/relations/US~KP/explain?from=2017-12-31&to=2018-06-15)
- [Claims](${origin}/v1/claims) and their checks; [counts by rule](${origin}/v1/count?rule=all-launches&from=2019-05&to=2019-10)
- [How to cite](${origin}/v1/cite?url=/v1/events/stockholm-talks-2019)

## Tools

- [Model Context Protocol](${origin}/mcp): Streamable HTTP, stateless
- [OpenAPI](${origin}/openapi.json), [viewer](${origin}/docs)
- [Whole tables](${origin}/v1/bulk/${manifest.release}/index.json): JSON, NDJSON, CSV, Parquet, with digests

## Mind

- Dates are local civil dates of the event’s zone; a launch is one event, not one missile.
- Silence is no record, never zero. Outcomes are kept per party; accounts that differ stand side by side.
- The coding is single-coded unless a record says otherwise.
`;
}
