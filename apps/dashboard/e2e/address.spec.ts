import type { Page } from '@playwright/test';
import { awake, expect, layOutAll, test } from './page.ts';

/*
 * The address is the whole state: after any choices, a fresh browser at the same address shows the same view. Choices
 * are drawn at random from the controls of the page; the seed is fixed and ADDRESS_SEED changes it.
 */
const SEED = Number(process.env['ADDRESS_SEED'] ?? 2026);
const STARTS = [
  '/timeline?from=2019&to=2019',
  '/relations/US~KP',
  '/count?from=2019-05&to=2019-10',
  '/claims/article-ten-srbm-tests',
  '/compare?month=2019-12',
  '/map?from=2017&to=2017',
];
const CHOICES = 2;

/** A small generator of repeatable numbers from 0 to 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a reader sees and what the controls say. */
const view = async (page: Page) => {
  await layOutAll(page);
  return page.locator('main').evaluate((main) => ({
    text: (main as HTMLElement).innerText.replace(/\s+/g, ' '),
    controls: [...main.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].map(
      (field) => `${field.name}=${field.value}${'checked' in field && field.checked ? '*' : ''}`,
    ),
    drawn: [...main.querySelectorAll('svg path, svg rect')].map(
      (mark) => mark.getAttribute('d') ?? mark.outerHTML.length,
    ),
  }));
};

/** Picks one of the choices a reader could make now, makes it, and waits for the page it leads to. */
async function choose(page: Page, draw: () => number): Promise<string | null> {
  const options = await page.locator('main form[data-live]').evaluateAll((forms) =>
    forms.flatMap((form, f) =>
      [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input')]
        .filter((field) => field.checkVisibility() && field.name !== '')
        .flatMap((field) => {
          if (field instanceof HTMLSelectElement)
            return [...field.options]
              .filter(({ selected, disabled }) => !selected && !disabled)
              .map(({ value }) => ({ f, name: field.name, kind: 'select', value }));
          if (field.type === 'checkbox' || (field.type === 'radio' && !field.checked))
            return [{ f, name: field.name, kind: 'check', value: field.value }];
          return [];
        }),
    ),
  );
  // First a control, then a value of it, so that long lists do not crowd out the rest.
  const names = [...new Set(options.map(({ f, name }) => `${f} ${name}`))];
  if (names.length === 0) return null;
  const name = names[Math.floor(draw() * names.length)];
  const values = options.filter((option) => `${option.f} ${option.name}` === name);
  const chosen = values[Math.floor(draw() * values.length)];
  if (!chosen) return null;
  const form = page.locator('main form[data-live]').nth(chosen.f);
  const before = page.url();
  if (chosen.kind === 'select') await form.locator(`select[name="${chosen.name}"]`).selectOption(chosen.value);
  else await form.locator(`input[name="${chosen.name}"][value="${chosen.value}"]`).click({ force: true });
  await page.waitForURL((url) => url.href !== before);
  return `${chosen.name}=${chosen.value}`;
}

for (const [n, start] of STARTS.entries())
  test(`from ${start}, ${CHOICES} choices at random, and a fresh browser shows the same`, async ({ page, browser }) => {
    const draw = random(SEED + n);
    await page.goto(start);
    const made: (string | null)[] = [];
    for (let i = 0; i < CHOICES; i++) made.push(await choose(page, draw));
    const fresh = await browser.newContext();
    const there = await fresh.newPage();
    await there.goto(page.url());
    await awake(there);
    expect(await view(there), `${made.join(', ')}: ${page.url()}`).toEqual(await view(page));
    await fresh.close();
  });
