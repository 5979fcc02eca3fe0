import { expect, test } from './page.ts';

const SIZES = [
  { name: '1280', viewport: { width: 1280, height: 900 } },
  { name: '390', viewport: { width: 390, height: 844 } },
] as const;

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport });

    test('a site chosen by keyboard alone, and its events read', async ({ page }) => {
      await page.goto('/map');
      const map = page.locator('svg.map:visible');
      const stop = map.locator('a[tabindex="0"]');
      await expect(stop).toHaveCount(1);
      await stop.focus();
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      for (let i = 0; i < 90 && !(await focused()).startsWith('Wonsan'); i++) await page.keyboard.press('ArrowRight');
      for (let i = 0; i < 90 && !(await focused()).startsWith('Wonsan'); i++) await page.keyboard.press('ArrowLeft');
      expect(await focused()).toMatch(/^Wonsan: \d+ launches/);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/place=wonsan/);
      const panel = page.locator('.map-panel');
      await expect(panel.getByRole('heading', { level: 3 })).toHaveText('Wonsan');
      await expect(panel.locator('.counts')).toContainText(/\d+ launches/);
      expect(await focused(), 'the mark keeps the focus').toMatch(/^Wonsan/);
      const first = panel.locator('.at a.title').first();
      const title = await first.innerText();
      await first.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    });

    test('one launch: its rings, and who gave which distance', async ({ page }) => {
      await page.goto('/map?event=launch-2019-08-24');
      await expect(page.locator('svg.map:visible .ring-name').first()).toContainText(/\d+ km, /);
      await expect(page.locator('.map-panel .far')).toContainText('400 km (Japan, first projectile)');
      await page.getByRole('link', { name: 'Everything at Sondok' }).click();
      await expect(page).toHaveURL(/place=sondok/);
      await expect(page.locator('.map-panel .at li')).not.toHaveCount(0);
    });

    // The rest does not depend on the width.
    if (name !== '1280') return;

    test('the list of places leads to the same panel, and the world to the cities', async ({ page }) => {
      await page.goto('/map');
      await page.getByRole('link', { name: 'World', exact: true }).click();
      await expect(page).toHaveURL(/view=world/);
      await expect(page.getByRole('heading', { level: 2, name: /Away from the peninsula/ })).toBeVisible();
      await page.locator('.ranking').getByRole('link', { name: 'Beijing' }).click();
      await expect(page.locator('.map-panel').getByRole('heading', { level: 3 })).toHaveText('Beijing');
    });
  });
}

test('a mark is chosen by pointer, and closed again', async ({ page }) => {
  await page.goto('/map?type=nuclear-test');
  await page
    .locator('svg.map:visible')
    .getByRole('link', { name: /^Punggye-ri/ })
    .click();
  await expect(page.locator('.map-panel .at li')).toHaveCount(6);
  await page.getByRole('link', { name: 'Close' }).click();
  await expect(page.locator('.map-panel')).toHaveCount(0);
});

test('the table holds what the map draws and what it cannot', async ({ page }) => {
  await page.goto('/map?type=missile-launch&from=2019&to=2019');
  await page.getByText('Places and their events as a table').click();
  const rows = page.locator('.frame tbody tr');
  const numbers = await rows.evaluateAll((all) => all.map((row) => Number(row.lastElementChild?.textContent)));
  const total = numbers.pop() ?? 0;
  expect(numbers.reduce((a, b) => a + b, 0)).toBe(total);
  await expect(page.locator('.frame-head .dek')).toContainText(`of ${total} events`);
});

test('another kind starts without a type, and the address keeps the view', async ({ page }) => {
  await page.goto('/map?view=world&type=summit');
  await page.getByLabel('Kind', { exact: true }).selectOption('sanctions');
  await expect(page).toHaveURL(/family=sanctions/);
  await expect(page).toHaveURL(/view=world/);
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('Washington');
});

test('a place nobody recorded offers the one meant', async ({ page }) => {
  const answer = await page.goto('/map?place=wonson');
  expect(answer?.status()).toBe(404);
  await page.getByRole('link', { name: 'Wonsan' }).click();
  await expect(page.locator('.map-panel').getByRole('heading', { level: 3 })).toHaveText('Wonsan');
});

test('a page travels in less than 60 kB, or 80 to a reader of gzip alone, also where most happened', async ({
  request,
}) => {
  for (const path of ['/map', '/map?place=sunan', '/ko/map?view=world&place=beijing', '/map?place=pyongyang']) {
    for (const [accepted, coding, most] of [
      ['gzip', 'gzip', 80_000],
      ['gzip, deflate, br', 'br', 60_000],
    ] as const) {
      const answer = await request.get(path, { headers: { 'accept-encoding': accepted } });
      expect(answer.headers()['content-encoding'], path).toBe(coding);
      expect(Number(answer.headers()['content-length']), path).toBeLessThan(most);
    }
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form filters, and a place of the list shows its events', async ({ page }) => {
    await page.goto('/map');
    await page.getByLabel('Type', { exact: true }).selectOption('missile-launch');
    await page.getByLabel('From').fill('2019');
    await page.getByLabel('To', { exact: true }).fill('2019');
    await page.getByLabel('Place', { exact: true }).selectOption('hodo');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/type=missile-launch&place=hodo&from=2019&to=2019/);
    const panel = page.locator('.map-panel');
    await expect(panel.getByRole('heading', { level: 3 })).toHaveText('Hodo Peninsula');
    await expect(panel.locator('.at li').first()).toContainText('2019');
    await panel.getByRole('link', { name: 'Close' }).click();
    await expect(page.locator('.map-panel')).toHaveCount(0);
    await page.getByLabel('From').fill('2008');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('link', { name: 'List them.' }).click();
    await expect(page.locator('.map-panel h3')).toHaveText('No place on record');
    await expect(page.locator('.map-panel .at li')).not.toHaveCount(0);
  });
});
