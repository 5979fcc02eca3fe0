import { readFileSync } from 'node:fs';
import { expect, layOutAll, test } from './page.ts';

/* What people come to the dashboard for, each task at the width of a desk and of a phone. */
const SIZES = [
  { name: 'desk', viewport: { width: 1280, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
] as const;

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport });

    test('1 journalist: how many missile tests from May to October 2019, by three rules or more', async ({ page }) => {
      await page.goto('/count?from=2019-05&to=2019-10');
      const chosen = page.locator('.rules li.on');
      expect(await chosen.count()).toBeGreaterThanOrEqual(3);
      for (const value of await chosen.locator('.value b').allInnerTexts()) expect(Number(value)).toBeGreaterThan(0);
      await expect(page.locator('.differ li').first().getByRole('link').first()).toHaveAttribute('href', /\/events\//);
      await expect(page.getByRole('button', { name: 'Copy with citation' }).first()).toBeVisible();
    });

    test('2 journalist: “ten short-range tests”, the rule flipped', async ({ page }) => {
      await page.goto('/claims/article-ten-srbm-tests');
      await expect(page.getByRole('main')).toContainText(/depends on/i);
      await page.getByRole('radio', { name: /CNS/ }).check();
      await expect(page).toHaveURL(/rule=cns-missiles/);
      await expect(page.getByRole('link', { name: 'JSON' }).first()).toHaveAttribute(
        'href',
        /\/v1\/claims\/.*check.*cns-missiles/,
      );
    });

    test('3 fact checker: both accounts of Stockholm, quotations of 25 words at most, with links', async ({ page }) => {
      await page.goto('/events/stockholm-talks-2019');
      await expect(page.locator('.sides article')).toHaveCount(2);
      for (const quote of await page.locator('.src q, .src blockquote').allInnerTexts())
        expect(quote.split(/\s+/).length).toBeLessThanOrEqual(26);
      for (const link of await page.locator('.src li').all())
        await expect(link.getByRole('link').first()).toHaveAttribute('href', /^https?:\/\//);
    });

    test('4 analyst: where the US and China differed most on 20 December 2019, and why', async ({ page }) => {
      await page.goto('/stances?at=2019-12-20');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/US|United States|China/);
      await page.locator('table.matrix tbody tr').first().getByRole('link').first().click();
      await expect(page).toHaveURL(/\/stances\//);
      await expect(page.getByRole('main').locator('a[href*="/events/"]').first()).toBeVisible();
    });

    test('5 analyst: the same by Chinese sources, then by American: n shown, wider intervals, no silent blank', async ({
      page,
    }) => {
      await page.goto('/compare?month=2019-12-01/2019-12-20&views=CN,US&pair=CN~US');
      const sides = page.locator('.apart .top > div');
      await expect(sides.nth(0)).toContainText(/China\s*\d+ statements\s*Widest: /);
      await expect(sides.nth(1)).toContainText(/United States\s*\d+ statements\s*Widest: /);
      await expect(page.locator('.apart dd', { hasText: 'no statement in Chinese sources' }).first()).toBeVisible();
      // The last panel has everyone's evidence; each country alone knows less and is less sure of it.
      await layOutAll(page);
      const panels = await page.locator('.panels figure').allInnerTexts();
      const events = (text = '') => Number(/(\d+) events/.exec(text)?.[1]);
      const doubt = (text = '') => {
        const [, mean, low, high] = /(\d+\.\d\d) \((\d+\.\d\d)–(\d+\.\d\d)\)/.exec(text) ?? [];
        return (Number(high) - Number(low)) / Number(mean);
      };
      const all = panels.at(-1);
      for (const alone of panels.slice(0, -1)) {
        expect(events(alone)).toBeLessThan(events(all));
        expect(doubt(alone)).toBeGreaterThan(doubt(all));
      }
    });

    test('6 researcher: a chart cited so that a reviewer sees the same numbers', async ({ page, context }) => {
      await page.goto('/relations/US~KP?half_life=30');
      const pinned = await page.locator('#share a').first().getAttribute('href');
      expect(pinned).toMatch(/half_life=30&as_of=/);
      const there = await context.newPage();
      await there.goto(pinned ?? '');
      const numbers = (one: typeof page) =>
        one.locator('#levels').locator('xpath=ancestor::figure').locator('tbody tr').allTextContents();
      expect(await numbers(there)).toEqual(await numbers(page));
    });

    test('8 historian: what was publicly known on 5 October 2019', async ({ page }) => {
      await page.goto('/relations/US~KP');
      const before = await page.locator('.frame .source p').first().innerText();
      await page.getByLabel('As known by').fill('2018-10-05');
      await expect(page).toHaveURL(/known_by=2018-10-05/);
      await expect(page.locator('.frame .source p').first()).not.toHaveText(before);
    });

    test('14 newsroom: the US–DPRK chart on its own, pinned, 150 kB at most', async ({ page, request }) => {
      await page.goto('/relations/US~KP');
      const frame = page.locator('figure.frame').first();
      if (name === 'phone') await frame.getByText('Cite, share, download').click();
      await frame.getByText('Embed', { exact: true }).locator('visible=true').click();
      const embed =
        (await frame
          .getByRole('link', { name: /on its own/ })
          .locator('visible=true')
          .getAttribute('href')) ?? '';
      expect(embed).toMatch(/as_of=/);
      const answer = await request.get(embed);
      const html = await answer.text();
      expect(answer.headers()['content-security-policy']).toContain('frame-ancestors *');
      const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? '');
      const sizes = await Promise.all(styles.map(async (href) => (await (await request.get(href)).body()).length));
      expect(html.length + sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150 * 1024);
      await page.goto(embed);
      await expect(page.locator('svg.wide, svg.narrow').locator('visible=true').first()).toBeVisible();
    });

    for (const [lang, mark] of [
      ['zh-Hant', '河內'],
      ['ko', '하노이'],
    ] as const)
      test(`15 student (${lang}): the Hanoi event; English text is marked; filters survive the change of language`, async ({
        page,
      }) => {
        await page.goto(`/${lang}/events/hanoi-summit-2019`);
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        await expect(page.getByRole('heading', { level: 1 })).toContainText(mark);
        expect(await page.getByRole('main').locator('[lang="en"]').count()).toBeGreaterThan(0);
        await page.goto('/timeline?actor=KP&from=2019&to=2019');
        if (name === 'phone') await page.locator('.mast details.menu:not(.all) summary').click();
        await page.locator(`.mast a[hreflang="${lang}"]`).locator('visible=true').click();
        await expect(page).toHaveURL(new RegExp(`/${lang}/timeline\\?actor=KP&from=2019&to=2019`));
      });

    test('20 sceptic: an error reported with record and release filled in', async ({ page }) => {
      await page.goto('/events/stockholm-talks-2019');
      await page.getByRole('contentinfo').getByRole('link', { name: 'Report an error' }).click();
      await expect(page.getByRole('main')).toContainText('stockholm-talks-2019');
      await expect(page.getByRole('main')).toContainText(/Release/);
    });

    test('16 by keyboard alone: from the overview to what moved US–DPRK coordination most in 2018, and its sources', async ({
      page,
    }) => {
      const focused = () =>
        page.evaluate(() => (document.activeElement as HTMLElement | null)?.textContent?.trim() ?? '');
      const tabTo = async (text: RegExp) => {
        for (let i = 0; i < 140; i++) {
          if (text.test(await focused())) return;
          await page.keyboard.press('Tab');
        }
        throw new Error(`Tab never reached ${String(text)}`);
      };
      await page.goto('/');
      await tabTo(/^US – DPRK$/);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/relations\/US~KP/);
      // The two dates of the span are fields, sent by Enter or when they are left.
      for (const [field, typed, sent] of [
        ['From', '01012018', /since=2018-01-01/],
        ['To', '12312018', /at=2018-12-31/],
      ] as const) {
        await page.getByLabel(field, { exact: true }).focus();
        await page.keyboard.type(typed);
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(sent);
      }
      const heaviest = page.locator('table.moved tbody tr:not(.sum) a').first();
      const title = await heaviest.innerText();
      await heaviest.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.locator('.src li').first().getByRole('link')).toHaveAttribute('href', /^https?:\/\//);
    });
  });
}

test('a chart is taken away as PNG, SVG and CSV that say what is shown', async ({ page }) => {
  await page.goto('/relations/US~KP');
  const frame = page.locator('figure.frame').first();
  const take = async (format: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      frame.locator('.wide-only').getByRole('button', { name: format, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^peninsula-[\\d.]+-levels\\.${format.toLowerCase()}$`));
    return readFileSync(await download.path());
  };
  const svg = (await take('SVG')).toString('utf8');
  expect(svg).toContain('<svg');
  expect(svg).toContain(await frame.locator('h2').innerText());
  expect((await take('PNG')).subarray(1, 4).toString()).toBe('PNG');
  await page.goto('/');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('figure.frame').first().locator('.wide-only').getByRole('button', { name: 'CSV' }).click(),
  ]);
  const csv = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(csv.length).toBeGreaterThan(10);
  expect(csv[1]).toMatch(/^2017-/);
});

test('a page that was visited is read without a network; one that was not says what can be', async ({
  page,
  context,
}) => {
  await page.goto('/events/stockholm-talks-2019');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.reload();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Stockholm');
});

test('a release is pinned, and says so; one nobody made says that too', async ({ page }) => {
  await page.goto('/events/stockholm-talks-2019?as_of=0.1.0');
  await expect(page.locator('.stamp')).toContainText('0.1.0');
  await page.locator('.stamp').getByRole('link').click();
  await expect(page).not.toHaveURL(/as_of/);
  await page.goto('/?as_of=9.9.9');
  await expect(page.locator('.stamp')).toContainText('There is no release 9.9.9');
});
