import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';

/** A page that fails the test on any error or warning in its console. */
export const test = base.extend<{ quiet: undefined }>({
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

/** What axe finds by the rules of WCAG 2.2 AA, or by the rules named, as short lines. */
export async function faults(page: import('@playwright/test').Page, rules?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  if (rules) builder.withRules(rules);
  else builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  );
}
