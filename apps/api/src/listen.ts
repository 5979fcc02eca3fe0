import { serve } from '@hono/node-server';
import type { App } from './app.ts';

/** Serves on Node until SIGTERM or SIGINT; requests under way are answered first. */
export function listen(app: App, port: number): void {
  const server = serve({ fetch: app.fetch, port }, () => log('listening', { port }));
  server.on('error', (error: Error) => {
    log('failed', { message: error.message });
    process.exit(1);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      // Idle keep-alive connections would hold the server open for ever.
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      setTimeout(() => process.exit(0), 5000).unref();
    });
  }
}

function log(event: string, fields: Record<string, unknown>): void {
  console.log(JSON.stringify({ event, ...fields }));
}
