import { serve } from '@hono/node-server';
import { Hono } from 'hono';

// The floor: the same server and framework, and nothing to do.
serve({ fetch: new Hono().get('/', (c) => c.json({})).fetch, port: Number(process.env['API_PORT']) });
