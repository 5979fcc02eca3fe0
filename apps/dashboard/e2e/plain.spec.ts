import { parse } from 'node-html-parser';
import { expect, test } from '@playwright/test';
import { PAGES } from './site.ts';

/* Every page as a reader without JavaScript gets it: what matters is in the page that was sent. */
for (const path of PAGES)
  test(`${path} reads without JavaScript`, async ({ request }) => {
    const page = parse(await (await request.get(path)).text(), { blockTextElements: { script: false, style: false } });
    const main = page.querySelector('main');
    expect(main?.querySelectorAll('h1').length).toBe(1);
    expect(main?.innerText.replace(/\s+/g, ' ').length).toBeGreaterThan(150);
    for (const figure of page.querySelectorAll('figure.frame'))
      expect(figure.querySelectorAll('table tbody tr').length, `table of ${figure.id}`).toBeGreaterThan(0);
    for (const form of page.querySelectorAll('form')) {
      expect(form.getAttribute('method') ?? 'get').toBe('get');
      const buttons = form.querySelectorAll('button:not([type="button"])');
      expect(buttons.length, `a button that sends ${form.getAttribute('action') ?? 'the form'}`).toBeGreaterThan(0);
    }
    for (const link of page.querySelectorAll('main a')) expect(link.getAttribute('href'), link.outerHTML).toBeTruthy();
  });

test('a page travels in the best coding its reader takes, and is told unchanged to who has it', async ({ request }) => {
  const ask = async (accepted: string) =>
    (await request.get('/about', { headers: { 'accept-encoding': accepted } })).headers();
  expect((await ask('gzip, deflate, br'))['content-encoding']).toBe('br');
  expect((await ask('gzip, br;q=0'))['content-encoding']).toBe('gzip');
  expect((await ask('identity'))['content-encoding']).toBeUndefined();
  const { etag = '', vary } = await ask('br');
  expect(vary).toContain('accept-encoding');
  const again = await request.get('/about', { headers: { 'if-none-match': etag } });
  expect(again.status()).toBe(304);
});
