import fc from 'fast-check';
import { expect, test } from 'vitest';
import { app, document } from './app.ts';
import { requests } from './requests.ts';

test('whatever is asked, the answer is never a 5xx and always of a known shape', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(requests(document), async ({ url, ...init }) => {
      const response = await app.request(url, init);
      expect(response.status).toBeLessThan(500);
      const body = new TextDecoder().decode(await response.arrayBuffer());
      if (response.status < 400 || init.method === 'HEAD' || new URL(url).pathname === '/mcp') return;
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(JSON.parse(body)).toMatchObject({ status: response.status });
    }),
    { numRuns: 1500 },
  );
});
