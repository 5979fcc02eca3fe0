import { COLOUR, expect, faults, test } from './page.ts';

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
  '/article',
  '/article?claim=article-ten-srbm-tests&rule=cns-missiles',
  '/article?text=ri-yong-ho-hanoi-statement-2019',
  '/claims/article-dual-freeze',
  '/count',
  '/count?rule=all-launches&from=2019-10&to=2019-05',
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

const SIZES = [
  { name: '1280', viewport: { width: 1280, height: 900 } },
  { name: '390', viewport: { width: 390, height: 844 } },
] as const;

/** Each page once per width; what can differ between the other looks is colour, so only that is judged again. */
for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } });
    for (const path of PAGES) {
      test(path, async ({ page }) => {
        await page.goto(path);
        await expect(page.locator('h1')).toHaveCount(1);
        expect(await faults(page), 'axe, light').toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, 'horizontal overflow').toBeLessThanOrEqual(0);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await faults(page, COLOUR), 'axe, dark').toEqual([]);
        if (name === '390') return;
        await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
        expect(await faults(page, COLOUR), 'axe, forced colours').toEqual([]);
      });
    }
  });
}
