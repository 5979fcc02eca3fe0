import fc from 'fast-check';
import { expect, test } from 'vitest';
import { app, document } from './app.ts';

const paths = Object.keys(document.paths);
const names = Object.values(
  document.paths as unknown as Record<string, { get: { parameters: { name: string }[] } }>,
).flatMap(({ get }) => get.parameters.map(({ name }) => name));

const junk = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e9',
    '2019',
    '2019-02-30',
    '../..',
    'KP,US',
    'KP~',
    '~',
    '-',
    ',,,',
    '%00',
    '__proto__',
    'constructor',
    '"',
    '"KP',
    'actor:',
    '-type:',
    '1,2,3',
    'NaN,NaN,NaN,NaN',
    '9999-zz',
    'null',
  ),
);
const request = fc.record({
  path: fc.oneof(fc.constantFrom(...paths), fc.webPath()),
  id: junk,
  query: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 12 })), junk), { maxLength: 6 }),
  headers: fc.dictionary(
    fc.constantFrom('accept', 'accept-language', 'if-none-match', 'x-request-id', 'origin'),
    fc.stringMatching(/^[\x20-\x7e]{0,40}$/),
  ),
});

test('whatever is asked, the answer is never a 5xx and always of a known shape', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(request, async ({ path, id, query, headers }) => {
      const search = new URLSearchParams(query.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]));
      const url = `http://api.test${path.replace(/\{\w+\}/, encodeURIComponent(id.toWellFormed()))}?${search.toString()}`;
      const response = await app.request(url, { headers });
      expect(response.status).toBeLessThan(500);
      if (response.status >= 400) {
        expect(response.headers.get('content-type')).toContain('application/problem+json');
        expect(await response.json()).toMatchObject({ status: response.status });
      }
    }),
    { numRuns: 1500 },
  );
});
