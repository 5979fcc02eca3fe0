import { COLOUR, expect, faults, test } from './page.ts';
import { PAGES } from './site.ts';

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

test.use({ viewport: DESK, contextOptions: { reducedMotion: 'reduce' } });

/** Every rule at both widths; what can differ between the other looks is colour, so only that is judged again. */
for (const path of PAGES) {
  test(path, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('h1')).toHaveCount(1);
    for (const viewport of [DESK, PHONE]) {
      await page.setViewportSize(viewport);
      expect(await faults(page), `axe, ${viewport.width} px`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `horizontal overflow, ${viewport.width} px`).toBeLessThanOrEqual(0);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(page, COLOUR), 'axe, dark').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    expect(await faults(page, COLOUR), 'axe, forced colours').toEqual([]);
  });
}
