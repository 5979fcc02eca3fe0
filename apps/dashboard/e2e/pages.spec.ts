import { expect, faults, test } from './page.ts';

const PAGES = [
  '/',
  '/timeline',
  '/timeline?actor=KP&from=2019&to=2019',
  '/timeline?actr=KP',
  '/timeline?q=nothingmatchesthis',
  '/events/stockholm-talks-2019',
  '/events/stokholm-talks-2019',
  '/relations',
  '/relations/US~KP',
  '/relations/US~KP?half_life=15&weights=doubling&source_country=CN&dimension=rivalry&since=2017-01-01&at=2017-09-10',
  '/stances',
  '/stances/CN/sanctions',
  '/method',
  '/quality',
  '/actors',
  '/actors/KP',
  '/persons/kim-jong-un',
  '/search',
  '/search?q=stockholm',
  '/about',
  '/report?record=stockholm-talks-2019',
  '/ko/events/hanoi-summit-2019',
];

const LOOKS = [
  { name: '1280 light', viewport: { width: 1280, height: 900 }, colorScheme: 'light', forcedColors: 'none' },
  { name: '1280 dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark', forcedColors: 'none' },
  { name: '390 light', viewport: { width: 390, height: 844 }, colorScheme: 'light', forcedColors: 'none' },
  { name: '390 dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', viewport: { width: 1280, height: 900 }, colorScheme: 'dark', forcedColors: 'active' },
] as const;

for (const { name, viewport, colorScheme, forcedColors } of LOOKS) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme, contextOptions: { forcedColors, reducedMotion: 'reduce' } });
    for (const path of PAGES) {
      test(path, async ({ page }) => {
        await page.goto(path);
        await expect(page.locator('h1')).toHaveCount(1);
        expect(await faults(page), 'axe').toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, 'horizontal overflow').toBeLessThanOrEqual(0);
      });
    }
  });
}
