import { COLOUR, expect, faults, test } from './page.ts';

const SIZES = [
  { name: '1280', viewport: { width: 1280, height: 900 } },
  { name: '390', viewport: { width: 390, height: 844 } },
] as const;

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } });

    test('7 reviewer: what a release changed, and whether an estimate moved by more than 0.2', async ({ page }) => {
      await page.goto('/changes?from=0.1.0');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^From 0\.1\.0 to .+: \d+ events added/);
      await expect(page.getByRole('heading', { name: /estimates moved by more than 0\.2$/ })).toBeVisible();
      const largest = page.locator('#moved ~ table tbody tr').first();
      const box = await largest.locator('.by').boundingBox();
      expect((box?.x ?? Infinity) + (box?.width ?? 0), 'the change is on the screen').toBeLessThan(viewport.width);
      await largest.getByRole('link').click();
      await expect(page).toHaveURL(/\/relations\/[A-Z]+~[A-Z]+\?dimension=\w+&at=\d{4}-\d\d-\d\d/);
    });

    // The rest does not depend on the width.
    if (name !== '1280') return;

    test('a year narrows the events added, and back returns', async ({ page }) => {
      await page.goto('/changes?from=0.1.0');
      const years = page.getByRole('navigation', { name: 'Events added by year' });
      await years.getByRole('link', { name: /^2019/ }).click();
      await expect(page).toHaveURL(/from=0\.1\.0&to=.*&year=2019/);
      await expect(page.locator('.mon h3')).toHaveText([/^2019/]);
      await page.goBack();
      await expect(page.locator('.mon h3').first()).not.toHaveText(/^2019/);
    });

    test('the lists of changed records are clean when open', async ({ page }) => {
      await page.goto('/changes?from=0.1.0');
      await page
        .getByText(/^List \d+ of \d+$/)
        .first()
        .click();
      await expect(page.getByRole('link', { name: /^All \d+ in JSON$/ }).nth(1)).toBeVisible();
      expect(await faults(page)).toEqual([]);
    });
  });
}

test('choosing the same release twice says so, with a way out', async ({ page }) => {
  await page.goto('/changes?from=0.1.0');
  await page.getByLabel('To release').selectOption('0.1.0');
  await expect(page).toHaveURL(/to=0\.1\.0/);
  await expect(page.locator('.empty')).toContainText('A release against itself has no changes');
  await page.getByRole('link', { name: 'Compare the newest release with the one before it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^From .+ to .+/);
});

test('asked backwards, the two are put in order and the page says so', async ({ page }) => {
  await page.goto('/changes');
  const newest = await page.getByLabel('To release').inputValue();
  await page.goto(`/changes?from=${newest}&to=0.1.0`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^From 0\.1\.0 to/);
  await expect(page.locator('.empty')).toContainText(`${newest} is later than 0.1.0`);
});

test('a release nobody made is named, and the nearest offered', async ({ page }) => {
  await page.goto('/changes?from=0.1.1&to=%3Cb%3E');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('There is no release 0.1.1');
  await expect(alert).toContainText('There is no release <b>');
  await alert.getByRole('link', { name: '0.1.0' }).click();
  await expect(page).toHaveURL(/from=0\.1\.0/);
});

test('pinned to the first release there is nothing to compare, and the newest is a link away', async ({ page }) => {
  await page.goto('/changes?as_of=0.1.0');
  await expect(page.locator('.empty')).toContainText('Release 0.1.0 is the first');
  await page.locator('.empty').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^From \d+\.\d+\.\d+ to/);
});

test('the two releases survive the change of language, and English reasons are marked', async ({ page }) => {
  await page.goto('/changes?from=0.1.0');
  await page.getByRole('link', { name: '한국어' }).click();
  await expect(page).toHaveURL(/\/ko\/changes\?.*from=0\.1\.0/);
  await expect(page.locator('#corrections ~ ol li p.muted').first()).toHaveAttribute('lang', 'en');
  expect(await faults(page, COLOUR)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('two releases can be chosen and compared', async ({ page }) => {
    await page.goto('/changes?from=0.1.0&to=0.1.0');
    const newest = await page.getByLabel('To release').locator('option').first().getAttribute('value');
    await page.getByLabel('To release').selectOption(newest ?? '');
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^From 0\.1\.0 to/);
    await page.getByRole('navigation', { name: 'Events added by year' }).getByRole('link', { name: /^2018/ }).click();
    await expect(page.locator('.mon h3')).toHaveText([/^2018/]);
  });
});
