import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { startLate } from './late.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const said =
  '\n{ __sveltekit_1 = {}; import("./_app/start.js").then(async (kit) => { kit.start("$1 $& import(x)"); }); }\n';

test('the starter waits, and the policy allows what it now says', () => {
  const { html, policy } = startLate(`<p>a</p><script>${said}</script>`, `script-src 'self' ${hash(said)}`);
  const late = said.replace('import("./_app/start.js")', 'globalThis.woken.then(() => import("./_app/start.js"))');
  expect(html).toBe(`<p>a</p><script>${late}</script>`);
  expect(policy).toBe(`script-src 'self' ${hash(late)}`);
});

test('a page without a starter stays as it is', () => {
  expect(startLate('<p>a</p>', "script-src 'self'")).toEqual({ html: '<p>a</p>', policy: "script-src 'self'" });
});
