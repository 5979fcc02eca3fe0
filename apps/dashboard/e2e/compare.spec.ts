import { expect, faults, test } from './page.ts';

const CHENGDU = 'China–Japan–ROK leaders meet in Chengdu';

test('one month by three countries: what each tells, and what one alone tells', async ({ page }) => {
  await page.goto('/compare');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /of \d+ events of December 2019 ha(s|ve) sources from all three countries/,
  );
  const shared = page.locator('.told li', { hasText: CHENGDU });
  await expect(shared).toContainText('Told by all of these');
  await expect(shared.locator('dd a[rel="external"]').first()).toHaveAttribute('href', /^https?:/);
  const alone = page.locator('.told li', { hasText: 'Only American sources' }).first();
  await expect(alone).toContainText('No Chinese source in the record');
  await expect(alone.locator('.alone')).toHaveCount(1);
});

test('counts beside the rows add up to the events of the month', async ({ page }) => {
  await page.goto('/compare?month=2018-06');
  const counts = await page.locator('.overlap tbody td.n').allInnerTexts();
  const rows = await page.locator('.told ol > li').count();
  const untold = await page.locator('.untold li').count();
  expect(counts.map(Number).reduce((sum, n) => sum + n, 0)).toBe(rows + untold);
});

test('a country taken away leaves the address, the columns and the counts; back undoes it', async ({ page }) => {
  await page.goto('/compare');
  const before = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('checkbox', { name: 'South Korea' }).uncheck();
  await expect(page).not.toHaveURL(/views=KR/);
  await expect(page.locator('.told .top .actor')).toHaveCount(2);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(before);
});

test('the month before is a link, and keeps what was chosen', async ({ page }) => {
  await page.goto('/compare?month=2018-06&views=JP,US&pair=CN~KP');
  await page.getByRole('link', { name: /Month before/ }).click();
  await expect(page).toHaveURL(/month=2018-05&views=US,JP&pair=CN~KP/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('May 2018');
});

test('what an address gets wrong is named, and an empty month offers the nearest', async ({ page }) => {
  await page.goto('/compare?month=2019-13&views=XX');
  await expect(page.getByRole('alert')).toContainText('2019-13');
  await expect(page.getByRole('alert')).toContainText('XX');
  await page.goto('/compare?month=1986-02');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The record has no event in February 1986');
  expect(await faults(page)).toEqual([]);
  await page.locator('.empty .btn').last().click();
  await expect(page.locator('.told li, .untold li').first()).toBeVisible();
});

test.describe('390 pixels', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('cells stand one below the other, each with its country', async ({ page }) => {
    await page.goto('/compare');
    const cells = page.locator('.told li', { hasText: CHENGDU }).locator('dl > div');
    await expect(cells).toHaveCount(3);
    const boxes = await Promise.all((await cells.all()).map(async (cell) => cell.boundingBox()));
    boxes.slice(1).forEach((box, i) => {
      const above = boxes[i];
      expect(box?.y ?? 0).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    });
    for (const country of ['China', 'United States', 'South Korea'])
      await expect(cells.getByText(country, { exact: true })).toBeVisible();
    await expect(page.locator('.told .top')).toBeHidden();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form compares another month by other countries', async ({ page }) => {
    await page.goto('/compare');
    await page.getByRole('textbox', { name: 'Month' }).fill('2017-09');
    await page.getByRole('checkbox', { name: 'South Korea' }).uncheck();
    await page.getByRole('checkbox', { name: 'Russia' }).check();
    await page.getByLabel('Relation estimated').selectOption('CN~KP');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/month=2017-09.*views=RU.*pair=CN(~|%7E)KP/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('September 2017');
    await expect(page.locator('.told .top .actor')).toHaveText(['China', 'United States', 'Russia']);
    await expect(page.locator('#levels')).toContainText('China – DPRK');
    await expect(page.locator('.panels svg').first()).toBeVisible();
  });
});
