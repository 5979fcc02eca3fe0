import type { App } from './app.ts';
import { limitAtEdge } from './limit.ts';
import type { Files } from './routes/files.ts';
import { storedApp } from './stored.ts';

interface Bindings {
  readonly ASSETS: { fetch(request: Request | string): Promise<Response> };
  readonly LIMITER?: { limit(options: { key: string }): Promise<{ success: boolean }> };
}

/** Made at the first request, when the bindings are known; then kept for the life of the isolate. */
let app: App | undefined;

export default {
  fetch(request: Request, bindings: Bindings, context: unknown): Response | Promise<Response> {
    app ??= made(bindings);
    return app.fetch(request, bindings, context as never);
  },
};

function made({ ASSETS, LIMITER }: Bindings): App {
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
