import { COLOUR, expect, faults, test, WIDTH } from './page.ts';
import { JUDGED } from './site.ts';

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

test.use({ viewport: DESK, contextOptions: { reducedMotion: 'reduce' } });

/* One browser per kind of page: what its pages share is fetched once, as by a reader who goes from one to the next. */
const kinds = Map.groupBy(JUDGED, (path) => path.split(/[/?]/)[1]);

/**
 * Every rule at the desk; then what depends on width, and what depends on colour, in the other looks. The states of a
 * page have its parts and colours: they are judged at the desk, and must fit a phone.
 */
for (const [kind, paths] of kinds)
  test(`axe and width: /${kind}, ${paths.length} views`, async ({ page }) => {
    test.setTimeout(240_000);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    for (const path of paths) {
      await page.setViewportSize(DESK);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      await page.goto(path);
      await expect(page.locator('h1'), path).toHaveCount(1);
      expect.soft(await faults(page), `${path}: axe, 1280 px`).toEqual([]);
      expect.soft(await overflow(), `${path}: horizontal overflow, 1280 px`).toBeLessThanOrEqual(0);
      await page.setViewportSize(PHONE);
      expect.soft(await overflow(), `${path}: horizontal overflow, 390 px`).toBeLessThanOrEqual(0);
      if (path.includes('?')) continue;
      expect.soft(await faults(page, WIDTH), `${path}: axe, 390 px`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await faults(page, COLOUR), `${path}: axe, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
      expect.soft(await faults(page, COLOUR), `${path}: axe, forced colours`).toEqual([]);
    }
  });
