import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';

const worker = exports.default;

test('the worker as it is deployed reads its record from its assets', async () => {
  const health = await worker.fetch('https://api.test/healthz');
  expect(await health.json()).toMatchObject({ status: 'ok' });
  const answer = await worker.fetch('https://api.test/v1/events/stockholm-talks-2019');
  expect(await answer.json()).toMatchObject({ data: { id: 'stockholm-talks-2019' } });
});

test('it serves whole tables and an earlier release', async () => {
  const release = (
    (await (await worker.fetch('https://api.test/v1/releases')).json()) as { data: { release: string }[] }
  ).data;
  expect(release.length).toBeGreaterThan(1);
  const file = await worker.fetch(`https://api.test/v1/bulk/${release.at(-1)?.release ?? ''}/actors.csv`);
  expect(file.status).toBe(200);
  expect(file.headers.get('content-digest')).toMatch(/^sha-256=:/);
  const old = await worker.fetch(`https://api.test/v1/events/stockholm-talks-2019?as_of=${release[0]?.release ?? ''}`);
  expect(await old.json()).toMatchObject({ meta: { release: release[0]?.release } });
});
