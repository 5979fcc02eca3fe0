import { error } from '@sveltejs/kit';
import { parse } from 'node-html-parser';
import { m } from '#lib/paraglide/messages.js';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { originOf } from '#lib/server/record.ts';
import base from '#lib/styles/base.css?inline';
import site from '#lib/styles/site.css?inline';
import tokens from '#lib/styles/tokens.css?inline';
import type { RequestHandler } from './$types';

/** Frames may stand in any site; nothing in one runs, and only its style and links leave it. */
const CSP = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; frame-ancestors *; base-uri 'self'";

/**
 * One chart of a page on its own: `/embed/relations/US~KP?chart=levels&as_of=0.2.0`. It is cut from the page itself, so that both show
 * the same; without scripts and web fonts, so that it is small.
 */
export const GET: RequestHandler = async ({ params, url, fetch }) => {
  const query = new URLSearchParams(url.searchParams);
  const id = query.get('chart') ?? '';
  query.delete('chart');
  const address = `${localizeHref(`/${params.path}`)}${query.size > 0 ? `?${query.toString()}` : ''}`;
  const here = new URL(address, originOf(url));
  const answer = await fetch(address);
  if (!answer.ok) error(answer.status === 404 ? 404 : 502, { message: m.embed_no_page() });
  const page = parse(await answer.text());
  const figure = page.querySelectorAll('figure.frame').find((one) => one.querySelector('h2')?.id === id);
  if (!figure)
    error(404, {
      message: m.embed_no_chart(),
      nearest: page.querySelectorAll('figure.frame h2').map((title) => ({
        href: `${url.pathname}?chart=${encodeURIComponent(title.id)}`,
        title: title.text,
      })),
    });
  for (const gone of figure.querySelectorAll('.do, script, .js-only')) gone.remove();
  // Its own styles come along; those of the layout would bring its fonts.
  const links = page
    .querySelectorAll('link[rel="stylesheet"]')
    .map((link) => new URL(link.getAttribute('href') ?? '', here).pathname)
    .filter((path) => !/\/0\.|noto-sans/.test(path))
    .map((path) => `<link rel="stylesheet" href="${path}">`);
  const title = figure.querySelector('h2')?.text ?? '';
  const back = here.href;
  const html = `<!doctype html>
<html lang="${getLocale()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<base href="${escape(here.origin)}/" target="_blank">
<link rel="canonical" href="${escape(back)}">
<title>${escape(title)}</title>
${links.join('\n')}
<style>${tokens}${base}${site}:root{--font-serif:Georgia,serif;--font-sans:system-ui,sans-serif}body{padding:16px}.plot svg{width:100%;height:auto}</style>
</head>
<body>
<main>${figure.outerHTML}</main>
<p class="small muted"><a href="${escape(back)}">${m.embed_back()}</a></p>
</body>
</html>`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CSP,
      'cache-control': query.has('as_of') ? 'public, max-age=86400' : 'public, max-age=300',
    },
  });
};

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);
