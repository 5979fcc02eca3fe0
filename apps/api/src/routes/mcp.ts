import { Hono } from 'hono';
import type { Env, Service } from '../context.ts';

/**
 * `/mcp`: Model Context Protocol over Streamable HTTP. Its library is read at the first message: it is a third of what a worker would
 * have to run before it could answer anything.
 */
export function mcp(service: Service): Hono<Env> {
  let handler: Promise<{ fetch(request: Request): Promise<Response> }> | undefined;
  const made = () => import('../mcp/server.ts').then(({ mcpHandler }) => mcpHandler(service));
  return new Hono<Env>().all('/mcp', async (c) => (await (handler ??= made())).fetch(c.req.raw));
}
