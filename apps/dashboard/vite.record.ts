import type { Plugin } from 'vite';

/** In development: the page reloads when a build of the record lands, so that a YAML edit shows within a second. */
export function reloadOnRecord(): Plugin {
  return {
    name: 'peninsula-record',
    apply: 'serve',
    config: () => ({ ssr: { noExternal: ['@peninsula/data'] } }),
    configureServer(server) {
      const folder = new URL('../../packages/data/dist/data/', import.meta.url).pathname;
      server.watcher.add(folder);
      let timer: NodeJS.Timeout | undefined;
      server.watcher.on('all', (_event, file) => {
        if (!file.startsWith(folder)) return;
        clearTimeout(timer);
        timer = setTimeout(() => {
          for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        }, 150);
      });
    },
  };
}
