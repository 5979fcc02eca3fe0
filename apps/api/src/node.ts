import { createReadStream, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { limitOnNode, PER_MINUTE } from './limit.ts';
import { listen } from './listen.ts';
import type { Files } from './routes/files.ts';
import { storedApp } from './stored.ts';
import { oneInATurn } from './turns.ts';

const folder = process.env['ASSETS'] ?? join(import.meta.dirname, 'assets');

/** Files of the build from its folder; nothing outside it. */
const files: Files = (path) => {
  const file = join(folder, normalize(path));
  try {
    if (!file.startsWith(folder)) return Promise.resolve(null);
    const { size } = statSync(file);
    return Promise.resolve({ body: Readable.toWeb(createReadStream(file)) as ReadableStream, bytes: size });
  } catch {
    // Not there: the caller answers 404 with what is.
    return Promise.resolve(null);
  }
};

const limit = Number(process.env['RATE_LIMIT'] ?? PER_MINUTE);
const app = await storedApp(files, {
  turn: oneInATurn(),
  log: { every: process.env['LOG'] === 'all', write: (line) => console.log(JSON.stringify(line)) },
  ...(limit > 0 ? { limit: limitOnNode(limit) } : {}),
});

listen(app, Number(process.env['API_PORT'] ?? 8787));
