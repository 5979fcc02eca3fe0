import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/*
 * The floor: the same server and framework, and nothing to do. `/copy?of=` takes the bytes of an answer and says how many; `/n` sends
 * the n bytes it took.
 */
const made = new Map<string, Uint8Array<ArrayBuffer>>();
const app = new Hono()
  .get('/', (c) => c.json({}))
  .get('/copy', async (c) => {
    const of = c.req.query('of') ?? '';
    const answer = await fetch(of);
    const body = new Uint8Array(await answer.arrayBuffer());
    made.set(String(body.length), body);
    return c.text(String(body.length));
  })
  .get('/:n', (c) => c.body(made.get(c.req.param('n')) ?? '', 200, { 'Content-Type': 'application/json' }));
serve({ fetch: app.fetch, port: Number(process.env['API_PORT']) });
