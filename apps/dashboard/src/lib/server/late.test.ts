import { expect, test } from 'vitest';
import { startLate } from './late.ts';

test('the starter waits, word for word what it was, and no other script does', () => {
  const said = '\n{ __sveltekit_1 = {}; import("./_app/start.js").then((kit) => kit.start("$1 $& <script>")); }\n';
  expect(startLate(`<script>theme()</script><p>a</p><script>${said}</script>`)).toBe(
    `<script>theme()</script><p>a</p><script type="text/late">${said}</script>`,
  );
});

test('a page without a starter stays as it is', () => {
  expect(startLate('<p>__sveltekit_</p><script>a()</script>')).toBe('<p>__sveltekit_</p><script>a()</script>');
});
