import type { App } from './app.ts';
import { limitAtEdge } from './limit.ts';
import type { Files } from './routes/files.ts';
import { storedApp } from './stored.ts';

interface Bindings {
  readonly ASSETS: { fetch(request: Request | string): Promise<Response> };
  readonly LIMITER?: { limit(options: { key: string }): Promise<{ success: boolean }> };
}

/** Made at the first request, when the bindings are known; then kept for the life of the isolate. */
let app: Promise<App> | undefined;

export default {
  async fetch(request: Request, bindings: Bindings, context: unknown): Promise<Response> {
    app ??= made(bindings).catch((error: unknown) => {
      // The next request tries again.
      app = undefined;
      throw error;
    });
    return (await app).fetch(request, bindings, context as never);
  },
};

function made({ ASSETS, LIMITER }: Bindings): Promise<App> {
  const files: Files = async (path) => {
    const answer = await ASSETS.fetch(`https://assets.local/${path}`);
    if (!answer.ok || !answer.body) return null;
    const bytes = Number(answer.headers.get('content-length') ?? 0);
    return { body: answer.body as ReadableStream, bytes };
  };
  return storedApp(files, {
    log: { every: false, write: (line) => console.log(JSON.stringify(line)) },
    ...(LIMITER ? { limit: limitAtEdge(() => LIMITER) } : {}),
  });
}
