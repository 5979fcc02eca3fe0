import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { spanOf } from '../format/days.ts';
import Standings from './Standings.svelte';
import { STANDING_SHAPES, STANDINGS, type StandingCode, type StandingRow, standingsChart } from './standings.ts';

const entry = (edtf: string, status: StandingCode) => ({ day: spanOf(edtf).from, status, title: `${edtf}: ${status}` });
const ROWS: StandingRow[] = [
  {
    n: 1,
    text: 'Hold talks as early as possible, led by the Secretary of State and a high-level official.',
    lang: undefined,
    now: 'lapsed',
    entries: [entry('2018-06-12', 'pending'), entry('2018-06-20', 'fulfilled'), entry('2019-10-05', 'lapsed')],
  },
  {
    n: 2,
    text: '항구적 평화체제를 위해 노력한다.',
    lang: 'ko',
    now: 'disputed',
    entries: [entry('2018-06-12', 'pending'), entry('2018-12-01', 'disputed'), entry('2020-06-01', 'violated')],
  },
];
const SPAN = { from: spanOf('2018-06-12').from, to: spanOf('2020-12').to };
const AT = spanOf('2019-12-31').to;
const month = (name: string) => name.slice(5);
/** Comments and scoped names are the compiler's business, not the picture's. */
const picture = (html: string) =>
  html
    .replace(/<!--.*?-->/g, '')
    .replace(/ ?svelte-[a-z0-9]+/g, '')
    .replaceAll('><', '>\n<');

describe('standings', () => {
  const chart = standingsChart(ROWS, SPAN, AT, 1136, month);

  test('a strip runs without a gap from the day of the document to the end, cut at the day asked', () => {
    for (const { segments } of chart.rows) {
      expect(segments[0]?.x).toBe(8);
      expect(segments.at(-1)?.x2).toBe(1128);
      for (const [i, segment] of segments.slice(1).entries()) expect(segment.x).toBe(segments[i]?.x2);
      for (const { x, x2, later } of segments) expect(later ? x >= chart.at.x : x2 <= chart.at.x).toBe(true);
    }
  });

  test('a mark stands where the status changed, and of two too close the later', () => {
    expect(chart.rows[0]?.marks.map(({ status }) => status)).toEqual(['fulfilled', 'lapsed']);
    expect(chart.rows[1]?.marks.map(({ status }) => status)).toEqual(['pending', 'disputed', 'violated']);
  });

  test('on a phone the words are cut so that they leave room for the status', () => {
    const narrow = standingsChart(ROWS, SPAN, AT, 358, month);
    expect(narrow.rows[0]?.text).toMatch(/^Hold talks as early.*…$/);
    expect(narrow.rows[0]?.text.length).toBeLessThan(50);
  });

  test('a day outside the span stands at its edge', () => {
    expect(standingsChart(ROWS, SPAN, spanOf('1990').from, 1136, month).at).toEqual({ x: 8, anchor: 'start' });
    expect(standingsChart(ROWS, SPAN, spanOf('2050').from, 1136, month).at).toEqual({ x: 1128, anchor: 'end' });
  });

  test('each standing has a shape of its own', () => {
    expect(new Set(STANDINGS.map((status) => JSON.stringify(STANDING_SHAPES[status]))).size).toBe(STANDINGS.length);
  });

  test('picture', async () => {
    const { body } = render(Standings, {
      props: { chart, day: '31 December 2019', labelledby: 'standings', class: 'wide' },
    });
    await expect(picture(body)).toMatchFileSnapshot('golden/standings.svg');
  });
});
