import { expect, test } from './page.ts';

const STOCKHOLM = 'US–DPRK working-level talks in Stockholm break off';

test('from the overview to the Stockholm talks in two clicks', async ({ page }) => {
  await page.goto('/');
  await page
    .getByRole('link', { name: /^2019-10:/ })
    .first()
    .click();
  await page.getByRole('main').getByRole('listitem').getByRole('link', { name: STOCKHOLM }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(STOCKHOLM);
  const sides = page.locator('.sides article');
  await expect(sides).toHaveCount(2);
  await expect(sides.first()).toContainText('DPRK');
  await expect(page.locator('.src li').first().getByRole('link')).toHaveAttribute('href', /^https?:\/\//);
});

test('the same by keyboard alone, through the lanes', async ({ page }) => {
  await page.goto('/timeline?from=2019-10&to=2019-10');
  const first = page.locator('.lanes a[tabindex="0"]');
  await expect(first).toHaveCount(1);
  await first.focus();
  for (let i = 0; i < 40 && !(await page.locator('.pointed').innerText()).includes('Stockholm'); i++)
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(STOCKHOLM);
});

test('Tab and Enter reach the talks from the overview', async ({ page }) => {
  await page.goto('/');
  const reached = () =>
    page.evaluate(() =>
      document.activeElement?.tagName.toLowerCase() === 'a' ? document.activeElement.textContent : '',
    );
  for (let i = 0; i < 80 && !(await reached()).includes('Stockholm'); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/events\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Stockholm');
});

test('a filter changes the address, and back undoes it', async ({ page }) => {
  await page.goto('/timeline');
  const count = page.locator('.count');
  const before = await count.innerText();
  await page.getByLabel('Kind').selectOption('council');
  await expect(page).toHaveURL(/family=council/);
  await expect(count).not.toHaveText(before);
  await page.goBack();
  await expect(count).toHaveText(before);
});

test('an empty view says which filter to drop', async ({ page }) => {
  await page.goto('/timeline?family=council&to=1961');
  await expect(page.getByText('No event matches')).toBeVisible();
  await page.getByRole('link', { name: /^Drop to to see/ }).click();
  await expect(page).not.toHaveURL(/to=1961/);
  await expect(page.locator('.events li').first()).toBeVisible();
});

test('a misspelled parameter is named, with a way out', async ({ page }) => {
  await page.goto('/timeline?actr=KP');
  await expect(page.getByRole('alert')).toContainText('actr');
  await page.getByRole('link', { name: 'Try actor' }).click();
  await expect(page).toHaveURL(/actor=KP/);
  await expect(page.locator('.events li').first()).toBeVisible();
});

test('an unknown record offers those close to it', async ({ page }) => {
  const answer = await page.goto('/events/stokholm-talks-2019');
  expect(answer?.status()).toBe(404);
  await page.getByRole('link', { name: STOCKHOLM }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(STOCKHOLM);
});

for (const words of ['stockholm biegun', '스톡홀름', '斯德哥尔摩', '斯德哥爾摩']) {
  test(`search finds the talks by ${words}`, async ({ page }) => {
    await page.goto('/search');
    await page.getByLabel('Words to look for').fill(words);
    await page.keyboard.press('Enter');
    await expect(page.locator('.hits a[href$="/events/stockholm-talks-2019"]')).toBeVisible();
  });
}

test('the address keeps its filters when the language changes', async ({ page }) => {
  await page.goto('/timeline?actor=KP&from=2019');
  await page.getByRole('link', { name: '한국어' }).click();
  await expect(page).toHaveURL(/\/ko\/timeline\?actor=KP&from=2019/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
});

test('the chosen colour scheme stays', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Colour scheme' }).click();
  const chosen = await page.locator('html').getAttribute('data-theme');
  await page.goto('/about');
  await expect(page.locator('html')).toHaveAttribute('data-theme', chosen ?? '');
});

test('a citation is copied, pinned to the release', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/events/stockholm-talks-2019');
  await page.locator('#cite').getByText('BibTeX').click();
  await page.locator('#cite details[open]').getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('@misc{peninsula-stockholm-talks-2019');
  expect(copied).toMatch(/as_of=\d/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form filters and the event page tells both accounts', async ({ page }) => {
    await page.goto('/timeline');
    await page.getByLabel('Search', { exact: true }).fill('stockholm');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/q=stockholm/);
    await page.getByRole('listitem').getByRole('link', { name: STOCKHOLM }).click();
    await expect(page.locator('.sides article')).toHaveCount(2);
    for (const button of await page.getByRole('button', { name: 'Copy' }).all()) await expect(button).toBeHidden();
  });
});

test('which events moved US–DPRK coordination in 2018, and their sources', async ({ page }) => {
  await page.goto('/relations/US~KP');
  const first = page.locator('.moved tbody tr').nth(1);
  await expect(first).toContainText('First US–DPRK summit in Singapore');
  await page.getByLabel('Half-life').selectOption('90');
  await expect(page).toHaveURL(/half_life=90/);
  await expect(page.locator('.frame-foot').first()).toContainText('half-life 90 days');
  await first.getByRole('link').click();
  await expect(page.locator('.src li').first().getByRole('link')).toHaveAttribute('href', /^https?:\/\//);
});

test('two days clicked in the chart are the span that is explained', async ({ page }) => {
  await page.goto('/relations/US~KP');
  const plot = page.locator('.plot svg:visible .pick');
  const box = await plot.boundingBox();
  if (!box) throw new Error('the chart has no plot to click');
  await plot.click({ position: { x: box.width * 0.1, y: box.height / 2 } });
  await expect(page.getByText(/is one end\. Click the other/)).toBeVisible();
  await plot.click({ position: { x: box.width * 0.2, y: box.height / 2 } });
  await expect(page).toHaveURL(/since=2017-0[45]-\d\d&at=2017-0[789]-\d\d/);
});

test('the stance matrix of an earlier day, and the evidence behind a cell', async ({ page }) => {
  await page.goto('/stances');
  await page.getByLabel('Date').fill('2017-06-30');
  await expect(page).toHaveURL(/at=2017-06-30/);
  await page.locator('.matrix a[href$="/stances/CN/sanctions"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('China on sanctions');
  await expect(page.locator('.stances li').first().getByRole('link').first()).toHaveAttribute('href', /\/events\//);
});

test('a journalist checks a sentence from the overview: verdict, definitions, records, sources', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Article' }).click();
  await page.getByRole('link', { name: /^The DPRK tested short-range ballistic missiles ten times/ }).click();
  const drawer = page.locator('.drawer');
  await expect(drawer.locator('.vd')).toContainText('Depends on definition');
  await drawer.getByRole('radio', { name: /by the ROK military/ }).check();
  await expect(page).toHaveURL(/rule=short-range-rok/);
  await expect(drawer.locator('.vd')).toContainText('Supported');
  await drawer
    .getByText(/records looked at/)
    .first()
    .click();
  await expect(drawer.locator('.rows a[rel="external"]').first()).toHaveAttribute('href', /^https?:/);
});

test('a count under several rules, the events they differ on, and a sentence to copy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/count');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('by the rules chosen');
  const before = await page.locator('.differ > li').count();
  expect(before).toBeGreaterThan(3);
  await page.getByRole('checkbox', { name: 'Missiles by the DPRK’s own naming' }).uncheck();
  await expect(page).not.toHaveURL(/dprk-missiles/);
  await expect(page.locator('.differ > li')).not.toHaveCount(before);
  const card = page.locator('.rules li', { hasText: 'Short-range ballistic only' });
  await card.getByRole('button', { name: 'Copy with citation' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^\d+ launch events, May.*October 2019, by the rule/,
  );
});

test('sentences are filtered by verdict, and an address that is wrong says so', async ({ page }) => {
  await page.goto('/article');
  const tally = page.getByRole('link', { name: /Not supported/ });
  const counted = Number(/\d+/.exec(await tally.innerText())?.[0]);
  await tally.click();
  await expect(page).toHaveURL(/verdict=not-supported/);
  expect(counted).toBeGreaterThan(0);
  await expect(page.locator('.args .sent')).toHaveCount(counted);
  await page.goto('/claims/article-ten-srbm-tests?rule=nothing');
  await expect(page.getByRole('alert')).toContainText('nothing');
});
