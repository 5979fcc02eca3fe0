import { Hono } from 'hono';
import type { Env as Variables } from './context.ts';
import { limitAtEdge } from './limit.ts';
import type { Files } from './routes/files.ts';
import { storedApp } from './stored.ts';

interface Bindings {
  readonly ASSETS: { fetch(request: Request | string): Promise<Response> };
  readonly LIMITER?: { limit(options: { key: string }): Promise<{ success: boolean }> };
}

type Edge = Variables & { Bindings: Bindings };

/** Made at the first request, when the bindings are known; then kept for the life of the isolate. */
let app: Hono<Edge> | undefined;

export default {
  fetch(request: Request, bindings: Bindings, context: unknown): Response | Promise<Response> {
    app ??= made(bindings);
    return app.fetch(request, bindings, context as never);
  },
};

function made({ ASSETS, LIMITER }: Bindings): Hono<Edge> {
  const files: Files = async (path) => {
    const answer = await ASSETS.fetch(`https://assets.local/${path}`);
    if (!answer.ok || !answer.body) return null;
    const bytes = Number(answer.headers.get('content-length') ?? 0);
    return { body: answer.body as ReadableStream, bytes };
  };
  const edge = new Hono<Edge>();
  if (LIMITER) edge.use(limitAtEdge((c) => (c.env as Bindings).LIMITER as NonNullable<Bindings['LIMITER']>) as never);
  edge.route(
    '/',
    storedApp(files, { log: { every: false, write: (line) => console.log(JSON.stringify(line)) } }) as never,
  );
  return edge;
}
