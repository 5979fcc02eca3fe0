import { createApp } from '@peninsula/api';
import { snapshot } from '@peninsula/data/snapshot';
import { expect, test } from 'vitest';
import { allEvents, createPeninsula, type PeninsulaError } from '@peninsula/client';

const asked: string[] = [];
const app = createApp(snapshot);
const fetch = async (request: Request) => {
  asked.push(request.url);
  return app.fetch(request);
};
const peninsula = createPeninsula('http://api.test/', { fetch });

test('one event, typed', async () => {
  const { data } = await peninsula.GET('/v1/events/{id}', { params: { path: { id: 'stockholm-talks-2019' } } });
  expect(data?.data.date?.edtf).toBe('2019-10-05');
});

test('all events that match come page after page, each once', async () => {
  const ids: string[] = [];
  for await (const { id } of allEvents(peninsula, { type: 'summit', limit: 20 })) ids.push(id);
  expect(ids.length).toBe(snapshot.events.filter(({ type }) => type === 'summit').length);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a reader who stops early asks no further', async () => {
  asked.length = 0;
  for await (const { id } of allEvents(peninsula, { limit: 5 })) if (id) break;
  expect(asked).toHaveLength(1);
});

test('what was refused throws and says what to mend', async () => {
  const refused = await peninsula
    .GET('/v1/events', { params: { query: { type: 'talk' } } })
    .then(() => undefined)
    .catch((error: PeninsulaError) => error);
  expect(refused?.status).toBe(400);
  expect(JSON.stringify(refused?.problem)).toContain('talks');
});

test('a pinned client sends the release with every request', async () => {
  asked.length = 0;
  const pinned = createPeninsula('http://api.test', { fetch, asOf: snapshot.manifest.release, locale: 'ko' });
  await pinned.GET('/v1/actors', {});
  expect(asked[0]).toContain(`as_of=${snapshot.manifest.release}`);
  expect(asked[0]).toContain('locale=ko');
});

test('what is no address is refused at once', () => {
  expect(() => createPeninsula('ftp://api.test')).toThrow(TypeError);
});
