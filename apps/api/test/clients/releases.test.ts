import { snapshot } from '@peninsula/data/snapshot';
import type { Snapshot } from '@peninsula/data/schema';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';

const first: Snapshot = { ...snapshot, manifest: { ...snapshot.manifest, release: '1.0.0', released: '2026-01-01' } };
/** A later release: one event is gone to another, one has a new title, one claim stands otherwise. */
const second: Snapshot = {
  ...first,
  manifest: { ...first.manifest, release: '1.1.0', released: '2026-06-01', digest: 'f'.repeat(64) },
  events: first.events
    .slice(1)
    .map((event) =>
      event.id === 'stockholm-talks-2019' ? { ...event, title: { ...event.title, en: 'Another title' } } : event,
    ),
  redirects: [
    {
      id: first.events[0]?.id ?? '',
      kind: 'moved',
      to: ['stockholm-talks-2019'],
      on: '2026-06-01',
      reason: 'the same',
    },
  ],
};
const stored = [{ manifest: first.manifest, load: () => Promise.resolve(first) }];
const old = createApp(first);
const now = createApp(second, { earlier: stored });

const bytes = async (app: typeof old, path: string) => {
  const answer = await app.request(`http://api.test${path}`);
  return {
    status: answer.status,
    etag: answer.headers.get('etag'),
    cache: answer.headers.get('cache-control'),
    body: await answer.text(),
  };
};

test.each([
  '/v1/events?limit=100',
  '/v1/events.csv?type=summit',
  '/v1/events.ics?type=talks',
  '/v1/events/stockholm-talks-2019',
  '/v1/relations/US~KP?from=2018&to=2019',
  '/v1/stances?at=2019-12-20',
  '/v1/claims/article-ten-srbm-tests/check',
  '/v1/search?q=stockholm',
  '/v1/releases',
  '/v1/quality',
])('pinned to the first release, %s is byte for byte what it was, though a second exists', async (path) => {
  const pin = `${path}${path.includes('?') ? '&' : '?'}as_of=1.0.0`;
  const [then, later] = await Promise.all([bytes(old, pin), bytes(now, pin)]);
  expect(later).toEqual(then);
  expect(later.status).toBe(200);
  expect(later.cache).toContain('immutable');
});

test('live answers are those of the newest release, and a release nobody made is refused with those there are', async () => {
  expect((await bytes(now, '/v1/events/stockholm-talks-2019')).body).toContain('Another title');
  const refused = await bytes(now, '/v1/events?as_of=9.9.9');
  expect(refused.status).toBe(400);
  expect(refused.body).toContain('1.0.0');
});

test('the difference names what was added, retired and changed, and the history of an event the fields', async () => {
  const { data } = JSON.parse((await bytes(now, '/v1/diff?from=1.0.0&to=1.1.0')).body) as {
    data: {
      bump: string;
      tables: Record<
        string,
        { removed: { id: string; reason: string }[]; changed: { id: string; fields: string[] }[] }
      >;
    };
  };
  expect(data.bump).toBe('minor');
  expect(data.tables['events']?.removed).toMatchObject([{ id: first.events[0]?.id, reason: 'the same' }]);
  expect(data.tables['events']?.changed).toContainEqual({ id: 'stockholm-talks-2019', fields: ['title'] });
  const history = JSON.parse((await bytes(now, '/v1/events/stockholm-talks-2019/history')).body) as { data: object[] };
  expect(history.data).toMatchObject([
    { release: '1.0.0', what: 'added' },
    { release: '1.1.0', what: 'changed', fields: ['title'] },
  ]);
});
