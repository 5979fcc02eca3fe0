import { snapshot } from '@peninsula/data/snapshot';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { oneInATurn } from '../../src/turns.ts';

test('one waits for each turn of the loop, in the order they came', async () => {
  const turn = oneInATurn();
  let turns = 0;
  let counting = true;
  const count = () => {
    turns++;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  const at = await Promise.all([0, 1, 2, 3].map((i) => turn().then(() => [i, turns])));
  counting = false;
  expect(at.map(([i]) => i)).toEqual([0, 1, 2, 3]);
  expect(new Set(at.map(([, when]) => when)).size).toBe(4);
});

test('the same asked twice at once is made once, and both get the same bytes', async () => {
  const app = createApp(snapshot, { turn: oneInATurn() });
  const ask = () => app.request('http://api.test/v1/relations/US~KP/explain?at=2018-06-12');
  const [one, other] = await Promise.all([ask(), ask()]);
  expect(one.headers.get('server-timing')).toMatch(/^app;dur=/);
  expect(other.headers.get('server-timing')).toBe('app;desc="kept"');
  expect(await other.text()).toBe(await one.text());
});

test('what is kept is told by its tag alone', async () => {
  const app = createApp(snapshot, { turn: oneInATurn() });
  const path = 'http://api.test/v1/actors';
  const etag = (await app.request(path)).headers.get('etag') ?? '';
  const again = await app.request(path, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text(), again.headers.get('content-type')]).toEqual([304, '', null]);
  expect(again.headers.get('access-control-allow-origin')).toBe('*');
});
