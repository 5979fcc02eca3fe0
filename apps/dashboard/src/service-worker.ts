/// <reference lib="webworker" />
import { version } from '$app/env';
import { self } from '$app/service-worker';

/*
 * Pages a reader has visited stay readable without a network. Files of the build never change under one name and come from the cache
 * first; pages come from the network first. A new version of the site begins anew.
 */

const NAME = `peninsula-${version}`;
/** Visited pages kept; the oldest goes first. */
const PAGES = 60;

self.addEventListener('install', () => void self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/embed/')) return;
  if (url.pathname.startsWith('/_app/immutable/')) event.respondWith(cacheFirst(request));
  else if (request.mode === 'navigate' || url.pathname.endsWith('__data.json') || !url.pathname.includes('.'))
    event.respondWith(networkFirst(request));
});

async function cacheFirst(request: Request): Promise<Response> {
  const cache = await caches.open(NAME);
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function networkFirst(request: Request): Promise<Response> {
  const cache = await caches.open(NAME);
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.type === 'basic') {
      await cache.put(request, answer.clone());
      await forget(cache);
    }
    return answer;
  } catch (cause) {
    const known = await cache.match(request, { ignoreVary: true });
    if (known) return known;
    if (request.mode !== 'navigate') throw cause;
    return new Response(await offline(cache), { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
}

async function forget(cache: Cache): Promise<void> {
  const pages = (await cache.keys()).filter(({ url }) => !new URL(url).pathname.startsWith('/_app/'));
  await Promise.all(pages.slice(0, Math.max(0, pages.length - PAGES)).map((page) => cache.delete(page)));
}

/** Where a page was never visited: what was. In English, since no catalogue is at hand here. */
async function offline(cache: Cache): Promise<string> {
  const pages = (await cache.keys())
    .map(({ url }) => new URL(url))
    .filter(({ pathname }) => !pathname.startsWith('/_app/') && !pathname.endsWith('.json'));
  const links = pages.map(({ pathname, search }) => {
    const path = (pathname + search).replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
    return `<li><a href="${path}">${path}</a></li>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Offline · Peninsula</title><body><main><h1>You are offline</h1><p>This page was not visited before. These were, and can be read now:</p><ul>${links.join('')}</ul></main></body></html>`;
}
