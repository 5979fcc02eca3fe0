import { serve } from '@hono/node-server';
import { Hono } from 'hono';

// The floor: the same server and framework, and nothing to do; `/n` sends n bytes that were made before.
const made = new Map<string, Uint8Array<ArrayBuffer>>();
const app = new Hono()
  .get('/', (c) => c.json({}))
  .get('/:n', (c) => {
    const n = c.req.param('n');
    const body = made.get(n) ?? new Uint8Array(Number(n)).fill(32);
    made.set(n, body);
    return c.body(body, 200, { 'Content-Type': 'application/json' });
  });
serve({ fetch: app.fetch, port: Number(process.env['API_PORT']) });
