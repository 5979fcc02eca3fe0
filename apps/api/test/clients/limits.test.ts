import { snapshot } from '@peninsula/data/snapshot';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { limitAtEdge, limitOnNode } from '../../src/limit.ts';
import type { LogLine } from '../../src/middleware.ts';

test('who asks too much is told so, when to come back, and where the whole tables are', async () => {
  const app = createApp(snapshot, { limit: limitOnNode(3) });
  const ask = (from: string) => app.request('http://api.test/v1/actors', { headers: { 'x-forwarded-for': from } });
  for (let i = 0; i < 3; i++) expect((await ask('192.0.2.1')).status).toBe(200);
  const refused = await ask('192.0.2.1');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('access-control-allow-origin')).toBe('*');
  expect(refused.headers.get('x-request-id')).toBeTruthy();
  expect(await refused.text()).toContain('/v1/bulk');
  // Another client is not made to wait.
  expect((await ask('192.0.2.2')).status).toBe(200);
});

test('an answer that was kept says what is left as well, and carries the same headers as when it was made', async () => {
  const app = createApp(snapshot, { limit: limitOnNode(9) });
  const headers = { 'x-forwarded-for': '192.0.2.3' };
  const ask = async () => (await app.request('http://api.test/v1/actors', { headers })).headers;
  const [made, again] = [await ask(), await ask()];
  expect(made.get('ratelimit')).toContain('remaining=8');
  expect(again.get('ratelimit')).toContain('remaining=7');
  expect([...again.keys()].sort()).toEqual([...made.keys()].sort());
});

test('where nobody is limited a kept answer has the headers of the made one, the id of its request, and is not sent to who has it', async () => {
  const app = createApp(snapshot);
  const ask = (headers: Record<string, string>) => app.request('http://api.test/v1/actors', { headers });
  const [made, again] = [await ask({}), await ask({ 'x-request-id': 'mine-1234' })];
  expect(again.headers.get('server-timing')).toContain('kept');
  expect([...again.headers.keys()].sort()).toEqual([...made.headers.keys()].sort());
  expect(again.headers.get('x-request-id')).toBe('mine-1234');
  expect(await again.text()).toBe(await made.text());
  const same = await ask({ 'if-none-match': made.headers.get('etag') ?? '' });
  expect([same.status, same.headers.get('content-type'), same.headers.get('access-control-allow-origin')]).toEqual([
    304,
    null,
    '*',
  ]);
  expect((await app.request('http://api.test/v1/actors', { method: 'POST' })).status).toBe(405);
});

test('at the edge the binding decides', async () => {
  let left = 1;
  const app = createApp(snapshot, {
    limit: limitAtEdge(() => ({ limit: () => Promise.resolve({ success: left-- > 0 }) })),
  });
  const [allowed, refused] = [await app.request('http://api.test/v1'), await app.request('http://api.test/v1')];
  expect([allowed.status, refused.status]).toEqual([200, 429]);
  for (const { headers } of [allowed, refused]) expect(headers.get('ratelimit-policy')).toBe('1200;w=60');
});

test('the log has a line per request, with its id and without its query', async () => {
  const lines: LogLine[] = [];
  const app = createApp(snapshot, { log: { every: true, write: (line) => lines.push(line) } });
  const answer = await app.request('http://api.test/v1/search?q=private+words');
  expect(lines).toMatchObject([
    { method: 'GET', path: '/v1/search', status: 200, request_id: answer.headers.get('x-request-id') },
  ]);
  expect(JSON.stringify(lines)).not.toContain('private');
});

test('what is on its way out says so on every answer, with the day it ends and where to read on', async () => {
  const app = createApp(snapshot, {
    deprecations: [
      { path: '/v1/actors', since: '2026-01-01', sunset: '2027-01-01', guide: 'https://peninsula.test/move' },
      {
        path: '/v1/events',
        parameter: 'min_sources',
        since: '2026-01-01',
        sunset: '2027-01-01',
        guide: 'https://peninsula.test/move',
      },
    ],
  });
  // The second time too, when other answers come from what was kept.
  for (let i = 0; i < 2; i++) {
    const old = await app.request('http://api.test/v1/actors');
    expect(old.status).toBe(200);
    expect(old.headers.get('deprecation')).toBe('@1767225600');
    expect(old.headers.get('sunset')).toBe('Fri, 01 Jan 2027 00:00:00 GMT');
    expect(old.headers.get('link')).toContain('rel="deprecation"');
  }
  expect((await app.request('http://api.test/v1/persons')).headers.get('deprecation')).toBeNull();
  expect((await app.request('http://api.test/v1/events?limit=1')).headers.get('deprecation')).toBeNull();
  expect((await app.request('http://api.test/v1/events?min_sources=2')).headers.get('deprecation')).not.toBeNull();
});
