import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { app, origin } from './stored.ts';

const client = new Client({ name: 'test', version: '1' });
beforeAll(() =>
  client.connect(
    new StreamableHTTPClientTransport(new URL(`${origin}/mcp`), {
      fetch: (url, init) => Promise.resolve(app.request(url as string, init as RequestInit)),
    }) as never,
  ),
);
afterAll(() => client.close());

async function call(name: string, input: Record<string, unknown>) {
  const { content, isError } = (await client.callTool({ name, arguments: input })) as {
    content: { text: string }[];
    isError?: boolean;
  };
  return { isError: isError === true, value: JSON.parse(content[0]?.text ?? 'null') as Record<string, unknown> };
}

test('the tools of the design are there, each with a description and a schema', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual([
    'check_claim',
    'cite',
    'count_by_rule',
    'explain',
    'get_event',
    'relation_series',
    'search',
    'stance_at',
  ]);
  for (const { description, inputSchema } of tools) {
    expect(description?.length).toBeGreaterThan(20);
    expect(inputSchema.type).toBe('object');
  }
});

test('what each tool says names the release and carries sources', async () => {
  const found = await call('search', { q: 'stockholm' });
  expect(JSON.stringify(found.value)).toContain('stockholm-talks-2019');
  const event = await call('get_event', { id: 'stockholm-talks-2019' });
  expect(event.value).toMatchObject({ event: { id: 'stockholm-talks-2019', date: { edtf: '2019-10-05' } } });
  expect(JSON.stringify(event.value)).toMatch(/https?:\/\//);
  const stance = await call('stance_at', { actor: 'CN', issue: 'sanctions', at: '2019-12-20' });
  expect(stance.value).toMatchObject({ coverage: { covered: true } });
  const explained = await call('explain', { pair: 'US~KP', from: '2017-12-31', to: '2018-06-15' });
  expect(explained.isError).toBe(false);
  const series = await call('relation_series', { pair: 'US~KP' });
  expect(series.value).toHaveProperty('both');
  const claim = await call('check_claim', { id: 'article-ten-srbm-tests' });
  expect(claim.value).toMatchObject({ verdict: 'definition-dependent' });
  const counted = await call('count_by_rule', { rule: 'all-launches', from: '2019-05', to: '2019-10' });
  expect(counted.value).toHaveProperty('included');
  const cited = await call('cite', { id: 'stockholm-talks-2019', style: 'bibtex' });
  expect(String(cited.value['text'])).toContain('@');
  for (const { value } of [found, event, stance, explained, series, claim, counted, cited])
    expect(value).toHaveProperty('release');
});

test('a wrong question gets an error it can mend, not a failure', async () => {
  const pair = await call('explain', { pair: 'nonsense', at: '2019' });
  expect(pair.isError).toBe(true);
  const missing = await call('get_event', { id: 'stockholm-talk-2019' });
  expect(JSON.stringify(missing.value)).toContain('stockholm-talks-2019');
});

test.each(['', '{', '[]', 'null', '"x"', `{"jsonrpc":"2.0","id":1,"method":"nothing"}`, 'x'.repeat(70_000)])(
  'bad bytes are refused, never a 5xx: %#',
  async (body) => {
    const answer = await app.request(`${origin}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body,
    });
    expect(answer.status).toBeLessThan(500);
  },
);
