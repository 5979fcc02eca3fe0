import { COLOUR, expect, faults, test } from './page.ts';

const SIZES = [
  { name: '1280', viewport: { width: 1280, height: 900 } },
  { name: '390', viewport: { width: 390, height: 844 } },
] as const;

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({
      viewport,
      contextOptions: { reducedMotion: 'reduce', permissions: ['clipboard-write', 'clipboard-read'] },
    });

    test('a data scientist builds an address, sees first how many rows it holds, and copies it', async ({ page }) => {
      await page.goto('/data');
      const build = page.getByRole('form', { name: 'The part you need' });
      const address = page.getByRole('group', { name: 'Address' });
      await expect(address).toHaveText(/\/v1\/events\.csv\?actor=KP&from=2019&to=2019&limit=500$/);
      const before = await page.locator('.rows b').innerText();
      await build.getByLabel('Actor').selectOption('CN');
      await expect(page).toHaveURL(/actor=CN/);
      await expect(page.locator('.rows b')).not.toHaveText(before);
      await build.getByLabel('Format').selectOption('json');
      await expect(address).toHaveText(/\/v1\/events\.json\?actor=CN&from=2019&to=2019&limit=500$/);
      await page.getByRole('button', { name: 'Copy' }).first().click();
      await expect(page.getByText('Copied').first()).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await address.innerText());
      await page.goBack();
      await expect(build.getByLabel('Format')).toHaveValue('csv');
    });

    // The rest does not depend on the width.
    if (name !== '1280') return;

    test('every table is there in four formats with rows and sizes, and its digest', async ({ page }) => {
      await page.goto('/data');
      const events = page.locator('#tables ~ table tbody tr').first();
      await expect(events).toContainText(/events.*an event.*\d,\d{3}.*CSV.*MB.*NDJSON.*MB.*JSON.*MB.*Parquet.*kB/s);
      await expect(events.getByRole('link', { name: /^Parquet/ })).toHaveAttribute(
        'href',
        /\/v1\/bulk\/\d+\.\d+\.\d+\/events\.parquet$/,
      );
      await page.getByText(/^SHA-256 of all \d+ files$/).click();
      await expect(page.locator('.digests dd').first()).toHaveText(/^[0-9a-f]{64}$/);
      expect(await faults(page), 'axe, digests open').toEqual([]);
    });
  });
}

test('each way in has its program, under a heading that can be linked to', async ({ page }) => {
  await page.goto('/data#use-python');
  for (const [id, says] of [
    ['package', 'openRecord(snapshot)'],
    ['client', 'createPeninsula('],
    ['curl', 'curl '],
    ['python', 'pd.read_csv('],
    ['r', 'fromJSON('],
    ['duckdb', 'SELECT '],
  ] as const)
    await expect(page.locator(`.way:has(#use-${id}) pre`).last()).toContainText(says);
});

test('what cannot be had is said with what can, one click away', async ({ page }) => {
  await page.goto('/data?resource=events&actor=KPP&format=csv');
  const empty = page.locator('.empty');
  await expect(empty).toContainText('There is no actor KPP here');
  await expect(page.getByRole('group', { name: 'Address' })).toHaveCount(0);
  await empty.getByRole('link', { name: 'KP', exact: true }).click();
  await expect(page.getByRole('group', { name: 'Address' })).toHaveText(/events\.csv\?actor=KP&limit=500$/);
  await expect(page.getByText('An answer holds at most 500 rows')).toBeVisible();
  await page.getByRole('link', { name: 'Or take the whole table' }).click();
  await expect(page.locator('#tables')).toBeInViewport();
});

test('pinned to a release, everything is of that release, and the newest is a link away', async ({ page }) => {
  await page.goto('/data?as_of=0.1.0');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^796 events/);
  await expect(page.getByRole('group', { name: 'Address' })).toHaveText(/&as_of=0\.1\.0$/);
  await page.getByLabel('What', { exact: true }).selectOption('places');
  await expect(page.getByRole('group', { name: 'Address' })).toHaveText(/places\.csv\?limit=500&as_of=0\.1\.0$/);
  await expect(page.locator('#tables ~ table a').first()).toHaveAttribute('href', /\/v1\/bulk\/0\.1\.0\//);
  await page.locator('.stamp').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/^796 events/);
});

test('the form survives the change of language, and code stays what it is', async ({ page }) => {
  await page.goto('/data?resource=stances&actor=CN&to=2019&format=ndjson');
  await page.getByRole('link', { name: '简体' }).click();
  await expect(page).toHaveURL(/\/zh-Hans\/data\?.*resource=stances/);
  await expect(page.locator('#build ~ div pre')).toHaveText(/\/v1\/stances\.ndjson\?actor=CN&at=2019-12-31$/);
  await expect(page.locator('pre').first()).toHaveAttribute('lang', 'en');
  expect(await faults(page, COLOUR)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form builds an address, and every program and file can be read', async ({ page }) => {
    await page.goto('/data');
    await page.getByLabel('What', { exact: true }).selectOption('aggregate');
    await page.getByLabel('From', { exact: true }).fill('2017');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/resource=aggregate&actor=KP&format=csv&from=2017&to=2019/);
    await expect(page.getByRole('group', { name: 'Address' })).toHaveText(
      /\/v1\/aggregate\.csv\?group_by=year,family&actor=KP&from=2017&to=2019$/,
    );
    await expect(page.getByRole('button', { name: 'Copy' }).first()).toBeHidden();
    await expect(page.locator('.way pre').last()).toBeVisible();
    await expect(page.locator('#licence ~ .code pre').first()).toContainText('Peninsula contributors');
  });
});
