import { expect, test } from 'vitest';
import { app, get } from './app.ts';

test('the Stockholm talks come with both outcomes and with sources one can open', async () => {
  const { status, json } = await get('/v1/events?actor=KP,US&type=talks&from=2019');
  expect(status).toBe(200);
  const talks = json.data.find(({ id }) => id === 'stockholm-talks-2019') as {
    outcomes: { party: string }[];
    evidence: { url: string; publisher: string }[];
  };
  expect(talks.outcomes.map(({ party }) => party)).toEqual(['KP', 'US']);
  expect(talks.evidence.length).toBeGreaterThan(1);
  for (const { url, publisher } of talks.evidence) {
    expect(url).toMatch(/^https?:/);
    expect(publisher).not.toBe('');
  }
});

test('a misspelt parameter is a 400 that suggests the right one', async () => {
  const { status, json, headers } = await get('/v1/events?actr=KP');
  expect(status).toBe(400);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(json.errors[0]).toMatchObject({
    code: 'unknown-parameter',
    parameter: 'actr',
    suggestions: expect.arrayContaining(['actor']) as unknown,
  });
  expect((await get(new URL(json.type).pathname)).status).toBe(200);
});

test('all that is wrong is said at once', async () => {
  const { json } = await get('/v1/events?actr=KP&type=vetoo&from=2019-13&limit=9999&include=nothing&fields=tilte');
  expect(json.errors.map(({ parameter }) => parameter).sort()).toEqual([
    'actr',
    'fields',
    'from',
    'include',
    'limit',
    'type',
  ]);
});

test('an impossible window says so and offers the way round', async () => {
  const { status, json } = await get('/v1/events?from=2020&to=2018');
  expect(status).toBe(400);
  expect(json.errors[0]).toMatchObject({ code: 'conflicting-parameters', suggestions: ['from=2018&to=2020'] });
});

test('the second request with the ETag is a 304 that keeps CORS and costs no body', async () => {
  const path = '/v1/events?actor=KP,US&type=talks&from=2019';
  const first = await get(path, { origin: 'https://elsewhere.test' });
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[^"]+"$/);
  const second = await get(path, { 'if-none-match': `W/"other", ${etag}`, origin: 'https://elsewhere.test' });
  expect(second.status).toBe(304);
  expect(second.text).toBe('');
  expect(second.headers.get('etag')).toBe(etag);
  expect(second.headers.get('access-control-allow-origin')).toBe('*');
  expect(second.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
});

test('files of the build carry an ETag and take no parameter', async () => {
  const { release } = (await get('/v1')).json.meta as unknown as { release: string };
  for (const path of [`/v1/bulk/${release}/index.json`, '/v1/metadata/dcat.json', '/v1/schema/events.json']) {
    const etag = (await get(path)).headers.get('etag') ?? '';
    expect(etag, path).toMatch(/^"[^"]+"$/);
    const again = await get(path, { 'if-none-match': etag });
    expect([again.status, again.text], path).toEqual([304, '']);
    const wrong = await get(`${path}?fromat=csv`);
    expect([wrong.status, wrong.json.errors[0]?.code], path).toEqual([400, 'unknown-parameter']);
  }
});

test('ETags tell apart query, format and language, and ignore the order of parameters', async () => {
  const tag = async (path: string, headers = {}) => (await get(path, headers)).headers.get('etag');
  const plain = await tag('/v1/events?actor=KP&type=talks');
  expect(await tag('/v1/events?type=talks&actor=KP')).toBe(plain);
  const others = [
    await tag('/v1/events?actor=KP'),
    await tag('/v1/events.csv?actor=KP&type=talks'),
    await tag('/v1/events?actor=KP&type=talks', { 'accept-language': 'ko' }),
  ];
  expect(new Set([plain, ...others]).size).toBe(4);
});

test('following next gives every event exactly once, and prev leads back', async () => {
  const ids: unknown[] = [];
  let path: string | null = '/v1/events?limit=7';
  let last = '';
  while (path !== null) {
    const { json, headers }: Awaited<ReturnType<typeof get>> = await get(path);
    ids.push(...json.data.map(({ id }) => id));
    if (json.links.next !== null) expect(headers.get('link')).toContain(`<${json.links.next}>; rel="next"`);
    last = path;
    path = json.links.next === null ? null : json.links.next.replace('http://api.test', '');
  }
  const { json } = await get('/v1/events?limit=1');
  expect(ids.length).toBe(json.meta.total);
  expect(new Set(ids).size).toBe(ids.length);
  expect((await get(last)).json.links.prev).not.toBeNull();
});

test('every target of the Link header answers', async () => {
  const { headers } = await get('/v1/events?actor=KP&type=talks&limit=2');
  const links = [...(headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="([a-z-]+)"/gu)].map(
    ([, to = '', rel = '']) => ({ to: new URL(to, 'http://api.test/v1/events'), rel }),
  );
  expect(new Set(links.map(({ rel }) => rel))).toEqual(
    new Set(['canonical', 'describedby', 'license', 'cite-as', 'alternate', 'next']),
  );
  for (const { to } of links.filter(({ to }) => to.hostname === 'api.test'))
    expect((await get(to.pathname + to.search)).status, to.href).toBe(200);
});

test('a cursor of another query is refused', async () => {
  const { json } = await get('/v1/events?limit=1');
  const cursor = new URL(json.links.next ?? '').searchParams.get('cursor') ?? '';
  const other = await get(`/v1/events?limit=1&actor=US&cursor=${cursor}`);
  expect(other.status).toBe(400);
  expect(other.json.errors[0]?.code).toBe('cursor-mismatch');
});

test('moved, split and withdrawn ids still resolve', async () => {
  const moved = await get('/v1/events/old-stockholm?fields=title');
  expect(moved.status).toBe(301);
  expect(moved.headers.get('location')).toBe('http://api.test/v1/events/stockholm-talks-2019?fields=title');
  const split = await get('/v1/events/two-in-one');
  expect(split.status).toBe(410);
  expect(split.json.targets.map(({ id }) => id)).toEqual(['hanoi-summit-2019', 'stockholm-talks-2019']);
  expect((await get('/v1/events/never-was')).text).toContain('the source corrected itself');
});

test('an id nobody knows offers the nearest', async () => {
  const { status, json } = await get('/v1/events/stockholm-talk-2019');
  expect(status).toBe(404);
  expect(json.nearest[0]?.id).toBe('stockholm-talks-2019');
  expect((await get(new URL(json.nearest[0]?.href ?? '').pathname)).status).toBe(200);
});

test('an empty answer says which filter emptied it, and an unknown id is doubted', async () => {
  const { json } = await get('/v1/events?actor=KX&from=2019');
  expect(json.meta.total).toBe(0);
  expect(json.meta.explain.without[0]?.parameter).toBe('actor');
  expect(json.meta.warnings[0]?.suggestions).toContain('KP');
});

test('CSV quotes what must be quoted and disarms formulas', async () => {
  const { headers, text } = await get('/v1/events.csv?actor=US&to=2018-12-31&from=2018-11-01');
  expect(headers.get('content-type')).toContain('text/csv');
  const [header, ...rows] = text.split('\r\n');
  expect(header).toMatch(/^id,date,tz,start,end,type/);
  expect(rows.join()).toContain("'=<script>");
});

test('NDJSON is one row a line', async () => {
  const { text } = await get('/v1/events.ndjson?limit=5');
  const rows = text.trimEnd().split('\n');
  expect(rows).toHaveLength(5);
  for (const row of rows) expect(JSON.parse(row)).toHaveProperty('id');
});

test('format by ending, parameter or Accept; what does not exist is a 406 that says what does', async () => {
  for (const [path, headers] of [
    ['/v1/events.csv?limit=1', {}],
    ['/v1/events?limit=1&format=csv', {}],
    ['/v1/events?limit=1', { accept: 'text/csv' }],
  ] as const) {
    expect((await get(path, headers)).headers.get('content-type')).toContain('text/csv');
  }
  const { status, text } = await get('/v1/events', { accept: 'image/png' });
  expect(status).toBe(406);
  expect(text).toContain('ndjson');
});

test('CSV speaks the language asked for', async () => {
  expect((await get('/v1/events.csv?q=stockholm&limit=1&locale=ko')).text).toContain('스톡홀름');
  expect((await get('/v1/events?locale=xx')).json.errors[0]?.parameter).toBe('locale');
});

test('offices at a date', async () => {
  const { json } = await get('/v1/actors/KP?at=2019-10-05');
  expect(json.included['offices']?.map(({ person }) => person)).toContain('kim-jong-un');
  expect((await get('/v1/actors/KP?at=yesterday')).status).toBe(400);
});

test('search finds the talks by half-remembered words in four languages', async () => {
  for (const q of ['stockhlm talks', '스톡홀름 실무협상', '斯德哥尔摩', '斯德哥爾摩工作磋商']) {
    const { json } = await get(`/v1/search?q=${encodeURIComponent(q)}`);
    expect(
      json.data.map(({ id }) => id),
      q,
    ).toContain('stockholm-talks-2019');
  }
  expect((await get('/v1/search')).status).toBe(400);
});

test('aggregate counts what the list lists', async () => {
  const { json } = await get('/v1/aggregate?group_by=type&from=2019&to=2019');
  const sum = json.data.reduce((total, { count }) => total + Number(count), 0);
  expect(sum).toBe((await get('/v1/events?from=2019&to=2019&limit=1')).json.meta.total);
  expect((await get('/v1/aggregate?group_by=yeer')).json.errors[0]?.suggestions).toContain('year');
  expect((await get('/v1/aggregate?group_by=year,type,actor,place')).status).toBe(400);
});

test('an answer pinned to the release never changes and says so; another release is refused', async () => {
  const release = (await get('/healthz')).json as unknown as { release: string };
  expect((await get(`/v1/events?as_of=${release.release}`)).headers.get('cache-control')).toContain('immutable');
  expect((await get('/v1/events?as_of=9.9.9')).status).toBe(400);
});

test('it only reads', async () => {
  const response = await app.request('http://api.test/v1/events', { method: 'POST' });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  const head = await app.request('http://api.test/v1/events', { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
  const preflight = await app.request('http://api.test/v1/events', {
    method: 'OPTIONS',
    headers: { origin: 'https://x.test', 'access-control-request-method': 'GET' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
});

test('a URL without end is a 414', async () => {
  expect((await get(`/v1/events?q=${'x'.repeat(5000)}`)).status).toBe(414);
});

test('every answer carries an id, security headers and its release', async () => {
  const { headers, json } = await get('/v1/events?limit=1', { 'x-request-id': 'my-request-0001' });
  expect(headers.get('x-request-id')).toBe('my-request-0001');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(json.meta).toHaveProperty('release');
});

interface Explained {
  directed: {
    from: string;
    to: string;
    dimension: string;
    level: number;
    change: number;
    baseline: number;
    contributions: { event: string; value: number }[];
  }[];
  both: Explained['directed'];
}

test('contributions to a level add up to it, and a change to its parts, each way and both together', async () => {
  const explain = async (query: string) =>
    (await get(`/v1/relations/US~KP/explain?${query}`)).json.data as unknown as Explained;
  const sum = (rows: { value: number }[]) => rows.reduce((total, { value }) => total + value, 0);
  const level = await explain('at=2018-06-15');
  expect(level.directed).toHaveLength(4);
  for (const one of [...level.directed, ...level.both])
    expect(one.baseline + sum(one.contributions)).toBeCloseTo(one.level, 9);
  const moved = await explain('from=2017-09-01&to=2018-06-15');
  for (const one of [...moved.directed, ...moved.both])
    expect(one.baseline + sum(one.contributions)).toBeCloseTo(one.change, 9);
  expect(moved.both[0]?.contributions[0]?.event).toBe('singapore-summit-2018');
  expect((await get('/v1/relations/US~KP/explain?at=2018-06-15&from=2018-01-01')).json.errors[0]?.code).toBe(
    'conflicting-parameters',
  );
});

test('a relation as CSV is flat, a row a point', async () => {
  const { text } = await get('/v1/relations/US~KP.csv?from=2018-01-01&to=2018-01-31');
  const lines = text.trim().split('\r\n');
  expect(lines[0]).toBe('from,to,dimension,date,value,low,high');
  expect(lines).toHaveLength(1 + 4 * 5);
});

test('leaving a source out lowers or keeps what rests on it, and says so', async () => {
  const { json } = await get('/v1/sources?limit=5');
  const id = String(json.data[0]?.['id']);
  const answer = await get(`/v1/relations/US~KP?without_source=${id}`);
  expect(answer.status).toBe(200);
  expect((answer.json.meta as unknown as { without_source: string[] }).without_source).toEqual([id]);
});

test('two actors on one issue have a distance month by month, and a state belongs to each day', async () => {
  const { json } = await get('/v1/stances/CN/sanctions?against=US');
  const distance = json.included['distance'] as unknown as {
    date: string;
    middle: number;
    least: number;
    most: number;
  }[];
  expect(distance.length).toBeGreaterThan(24);
  for (const { middle, least, most } of distance) expect(least <= middle && middle <= most && most <= 4).toBe(true);
  const { state } = (await get('/v1/relations/US~KP/explain?at=2018-06-15')).json.data as unknown as {
    state: { quadrants: Record<string, number>; tone: { mean: number; low: number; high: number }; window: number };
  };
  expect(Object.values(state.quadrants).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4);
  expect(state.tone.low < state.tone.mean && state.tone.mean < state.tone.high).toBe(true);
  // In June 2018 both sides reached out more than on an average day.
  expect(state.window).toBeGreaterThan(0.5);
});

test('a stance explains itself: the statement that holds, until when, and its sources', async () => {
  const { json } = await get('/v1/stances/CN/sanctions/explain?at=2019-12-20');
  const row = json.data as unknown as {
    value: number;
    stance: string;
    holds: { id: string };
    sources: { url: string }[];
  };
  expect(row.holds.id).toBe(row.stance);
  expect(row.sources.length).toBeGreaterThan(0);
  expect((await get('/v1/stances/CN/sanctions/explain?at=1950')).status).toBe(404);
});

test('a relation answers a wrong half-life, a silent pair and an impossible window with the way out', async () => {
  expect((await get('/v1/relations/KP~US?half_life=17')).json.errors[0]?.suggestions).toContain('45');
  expect((await get('/v1/relations/KP~ZZ')).status).toBe(404);
  expect((await get('/v1/relations/KP~US?from=2020&to=2019')).status).toBe(400);
  expect((await get('/v1/relations/KP~US/explain?at=1950')).status).toBe(400);
});

test('stances on a day leave silence blank', async () => {
  const { json } = await get('/v1/stances?at=2019-12-20&issue=sanctions');
  const held = json.data as unknown as { actor: string; low: number; value: number; high: number }[];
  for (const { low, value, high } of held) expect(low <= value && value <= high).toBe(true);
  expect((await get('/v1/stances?at=1950')).json.data).toEqual([]);
  expect((await get('/v1/stances/KP/sanktions')).json.nearest[0]?.id).toBe('KP/sanctions');
});
