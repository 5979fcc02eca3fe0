import { COLOUR, expect, faults, test } from './page.ts';

const SINGAPORE = '/documents/singapore-joint-statement-2018';
const SIZES = [
  { name: '1280', viewport: { width: 1280, height: 900 } },
  { name: '390', viewport: { width: 390, height: 844 } },
] as const;

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } });

    test('from the list of documents to how each Singapore commitment stood at the end of 2019', async ({ page }) => {
      await page.goto('/documents');
      await page.getByLabel('Party').selectOption('US');
      await expect(page).toHaveURL(/party=US/);
      await page.getByRole('link', { name: 'Joint statement of the Singapore summit' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Joint statement of the Singapore summit');
      await page.getByRole('link', { name: '31 December 2019' }).click();
      await expect(page).toHaveURL(/at=2019-12-31/);
      const commitments = page.locator('.commitments > li');
      await expect(commitments).toHaveCount(6);
      await expect(commitments.nth(0).locator('.status')).toHaveText(
        /pending\s*since 12 June 2018, last noted 31 December 2019/,
      );
      await expect(commitments.nth(4).locator('.status')).toContainText('disputed');
      await page.getByLabel('As it stood on').fill('2018-06-30');
      await expect(page).toHaveURL(/at=2018-06-30/);
      await expect(commitments.nth(1).locator('.status')).toContainText('pending');
    });

    // The rest does not depend on the width.
    if (name !== '1280') return;

    test('the strips have the same entries as a table', async ({ page }) => {
      await page.goto(`${SINGAPORE}?at=2019-12-31`);
      await expect(page.getByRole('img', { name: 'On 31 December 2019' })).toBeVisible();
      await page.getByText('Every change as a table').click();
      const table = page.getByRole('region', { name: 'Every change as a table' }).getByRole('table');
      await expect(table.locator('tbody tr')).toHaveCount(25);
      await expect(table.locator('tbody tr.later').first()).toContainText('after the day asked');
      expect(await faults(page), 'axe, table open').toEqual([]);
    });
  });
}

test('17 policy staff, on paper: each status with its notes, each note with publisher, country, kind, date and address, on two pages', async ({
  page,
}) => {
  await page.goto(`${SINGAPORE}?at=2019-12-31`);
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.frame', 'form', 'aside', 'nav', 'footer'])
    await expect(page.locator(gone).first()).toBeHidden();
  const commitments = page.locator('.commitments > li');
  await expect(commitments).toHaveCount(6);
  const notes = page.locator('.notes .written:visible');
  const texts = await notes.allInnerTexts();
  for (const text of texts) expect(text).toMatch(/^.+, .+(, .+)?\. https?:\/\/\S+$/s);
  expect(
    texts.some((text) => /Sydney Morning Herald, Australia, newspaper, 12 Jun 2018\. https:\/\/www\.smh/.test(text)),
  ).toBe(true);
  for (const commitment of await commitments.all()) {
    await expect(commitment.locator('.status')).toContainText(/fulfilled|pending|disputed|violated|lapsed/);
    const refs = await commitment.locator('.stands .ref').allInnerTexts();
    expect(refs.length).toBeGreaterThan(0);
    for (const ref of refs) await expect(page.locator(`#s${ref.replace(/\D/g, '')} .written`)).toBeVisible();
  }
  await expect(page.locator('.imprint')).toContainText(`release`);
  await expect(page.locator('.imprint')).toContainText(`${SINGAPORE}?at=2019-12-31`);
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeLessThanOrEqual(2);
});

test('an unknown document offers those close to it', async ({ page }) => {
  const answer = await page.goto('/documents/singapore-joint-statement-2019');
  expect(answer?.status()).toBe(404);
  await page.getByRole('link', { name: 'Joint statement of the Singapore summit' }).click();
  await expect(page).toHaveURL(new RegExp(`${SINGAPORE}$`));
});

test('filters that leave nothing say which one to drop', async ({ page }) => {
  await page.goto('/documents?party=CN&issue=humanitarian');
  await page.getByRole('link', { name: /^Drop the issue to see/ }).click();
  await expect(page).toHaveURL(/\?party=CN$/);
  await expect(page.locator('.decade li').first()).toBeVisible();
});

test('a day that is none is refused in words, and the page still answers', async ({ page }) => {
  await page.goto(`${SINGAPORE}?at=someday`);
  await expect(page.getByRole('alert')).toContainText('someday');
  await expect(page.locator('.commitments > li')).toHaveCount(6);
});

test('the day survives the change of language, and text that is not translated is marked', async ({ page }) => {
  await page.goto(`${SINGAPORE}?at=2019-12-31`);
  await page.getByRole('link', { name: '한국어' }).click();
  await expect(page).toHaveURL(/\/ko\/documents\/.*at=2019-12-31/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('싱가포르 북미정상회담 공동성명');
  await expect(page.locator('.commitments .text').first()).toHaveAttribute('lang', 'en');
  expect(await faults(page, COLOUR)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the forms filter and the day can be asked', async ({ page }) => {
    await page.goto('/documents');
    await page.getByLabel('Issue').selectOption('humanitarian');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/issue=humanitarian/);
    await page.getByRole('link', { name: 'Joint statement of the Singapore summit' }).click();
    await page.getByLabel('As it stood on').fill('2018-12-31');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/at=2018-12-31/);
    await expect(page.locator('.commitments > li').nth(3)).toContainText('partly fulfilled');
    await expect(page.getByRole('button', { name: 'Print this sheet' })).toBeHidden();
  });
});
