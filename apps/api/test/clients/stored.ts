import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storedApp } from '../../src/stored.ts';

export const assets = join(import.meta.dirname, '../../dist/assets');

/** The API as it is deployed, over the files the build stored. */
export const app = await storedApp((path) => {
  try {
    const body = new Uint8Array(readFileSync(join(assets, path)));
    return Promise.resolve({ body, bytes: body.length });
  } catch {
    return Promise.resolve(null);
  }
});

export const origin = 'http://api.test';

export async function text(path: string): Promise<string> {
  const answer = await app.request(`${origin}${path}`);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return new TextDecoder().decode(await answer.arrayBuffer());
}
