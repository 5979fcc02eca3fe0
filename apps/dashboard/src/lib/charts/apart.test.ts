import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Apart from './Apart.svelte';
import { apartChart } from './apart.ts';
import { stanceAt } from './stance-scale.ts';

const US = { actor: 'US', name: 'US', lo: 1, hi: 2, stale: false };
const CN = { actor: 'CN', name: 'China', lo: -1, hi: -1, stale: true };
/** Comments and scoped names are the compiler's business, not the picture's. */
const picture = (html: string) =>
  html
    .replace(/<!--.*?-->/g, '')
    .replace(/ ?svelte-\w+/g, '')
    .replaceAll('><', '>\n<');

test('the gap runs from middle to middle, whichever side is first', () => {
  const { gap } = apartChart([US, CN], 112);
  expect(gap).toEqual({ x: stanceAt(-1, 112), width: stanceAt(1.5, 112) - stanceAt(-1, 112) });
  expect(apartChart([CN, US], 112).gap).toEqual(gap);
});

test('without distance, or with one side silent, there is no gap', () => {
  expect(apartChart([CN, CN], 112).gap).toBeNull();
  expect(apartChart([CN, null], 112).gap).toBeNull();
  expect(apartChart([CN, null], 112).lines).toHaveLength(1);
});

test('golden: two positions apart, one of them old', async () => {
  const { body } = render(Apart, { props: { sides: [US, CN] } });
  expect(body).toContain('aria-label="US +1 … +2; China −1"');
  await expect(`${picture(body)}\n`).toMatchFileSnapshot('golden/apart.svg');
});
