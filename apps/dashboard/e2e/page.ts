import { expect, test as base, type Page } from '@playwright/test';
import axe from 'axe-core';

/** Moves as a reader does, and waits until the page's own script has come, where it has one. */
export async function awake(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
  const ready = () =>
    document.documentElement.classList.contains('awake') ||
    ![...document.scripts].some(({ text }) => text.includes('__sveltekit'));
  // Offline, the script may never come.
  await page.waitForFunction(ready, undefined, { timeout: 15_000 }).catch(() => undefined);
}

/** A page that fails the test on any error or warning in its console, and is awake when `goto` is done. */
export const test = base.extend<{ quiet: undefined }>({
  page: async ({ page, javaScriptEnabled }, use) => {
    const goto = page.goto.bind(page);
    page.goto = async (url, options) => {
      const answer = await goto(url, options);
      if (javaScriptEnabled) await awake(page);
      return answer;
    };
    await use(page);
  },
  quiet: [
    async ({ page }, use) => {
      const said: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
      });
      page.on('pageerror', (error) => said.push(error.message));
      await use(undefined);
      const unforeseen = said.filter((text) => !/status of 404|ERR_INTERNET_DISCONNECTED/.test(text));
      expect(unforeseen, 'console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** The rules whose answer depends on colours alone. */
export const COLOUR = ['color-contrast', 'link-in-text-block'];

/** The rules whose answer depends on how wide the page is: what shows, where it stands, what scrolls. */
export const WIDTH = [
  'color-contrast',
  'target-size',
  'scrollable-region-focusable',
  'link-name',
  'button-name',
  'label',
  'label-content-name-mismatch',
  'heading-order',
  'region',
  'nested-interactive',
];

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds by the rules of WCAG 2.2 AA, or by the rules named, as short lines. It is put into the page once and
 * run there: our pages are one frame, and the usual wrapper opens a second page for every look.
 */
export async function faults(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  await layOutAll(page);
  const { violations } = await page.evaluate(
    (runOnly) => window.axe.run(document, { runOnly, resultTypes: ['violations'] }),
    rules ? { type: 'rule' as const, values: rules } : { type: 'tag' as const, values: WCAG },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  );
}

/** What is out of sight is not laid out (base.css), so its places on the page are not known until it is. */
export async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [sheet];
  });
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
