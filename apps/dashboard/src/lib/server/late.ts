import { createHash } from 'node:crypto';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const STARTER = /<script>(\s*\{\s*__sveltekit_[\s\S]*?)<\/script>/;
const START = /import\(("[^"]+")\)\.then\(/;

/**
 * A page reads, filters and links without scripts, so its own wait until the reader first moves, touches, scrolls or
 * types: `woken` is promised in app.html. The content security policy names the new text instead of the old. A starter
 * that looks otherwise is left alone and starts at once.
 */
export function startLate(html: string, policy: string): { html: string; policy: string } {
  const said = STARTER.exec(html)?.[1];
  if (said === undefined || !START.test(said)) return { html, policy };
  const late = said.replace(START, 'globalThis.woken.then(() => import($1)).then(');
  return { html: html.replace(said, () => late), policy: policy.replace(hash(said), hash(late)) };
}
