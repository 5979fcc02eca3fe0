import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { monthEnd, monthStart, spanOf } from '../format/days.ts';
import { actorShape, laneOf, MAIN_ACTORS } from './actors.ts';
import Bars from './Bars.svelte';
import { barsChart } from './bars.ts';
import { columnsChart } from './columns.ts';
import Columns from './Columns.svelte';
import { curvesChart, signedLevel } from './curves.ts';
import Curves from './Curves.svelte';
import Density from './Density.svelte';
import Lanes from './Lanes.svelte';
import { type LaneEvent, lanesChart } from './lanes.ts';
import { timeScale, timeTicks } from './time-axis.ts';

const event = (
  id: string,
  edtf: string,
  actors: LaneEvent['actors'],
  rough = false,
  family = 'contact',
): LaneEvent => ({
  id,
  title: `Title of ${id}`,
  when: edtf,
  family,
  span: spanOf(edtf),
  rough,
  actors,
});

const EVENTS = [
  event('talks', '2019-10-05', [
    { id: 'KP', acting: true },
    { id: 'US', acting: true },
  ]),
  event('launch', '2019-10-02', [{ id: 'KP', acting: true }], false, 'weapons'),
  event(
    'vote',
    '2019-12-22',
    [
      { id: 'un-security-council', acting: true },
      { id: 'KP', acting: false },
    ],
    false,
    'council',
  ),
  event('season', '2019-05/2019-10', [{ id: 'KP', acting: true }], true, 'position'),
];
const SPAN = { from: spanOf('2019-05').from, to: spanOf('2019-12').to };
const monthName = (month: string) => month.slice(5);

/** Comments and scoped names are the compiler's business, not the picture's. */
const picture = (html: string) => html.replace(/<!--.*?-->/g, '').replaceAll('><', '>\n<');

describe('lanes', () => {
  const chart = lanesChart(EVENTS, SPAN, 1136, monthName);

  test('one lane per actor that occurs, in the fixed order; bodies of the UN share one', () => {
    expect(chart.lanes.map(({ actor }) => actor)).toEqual(['KP', 'US', 'UN']);
    expect(laneOf('un-panel-1718')).toBe('UN');
    expect(laneOf('SE')).toBeNull();
  });

  test('marks stand in order of date within the plot, and rough dates are bars over their span', () => {
    const at = (id: string) => chart.marks.find((mark) => mark.event.id === id);
    expect(at('launch')?.x).toBeLessThan(at('talks')?.x ?? 0);
    expect(at('talks')?.x2).toBeNull();
    const season = at('season');
    expect((season?.x2 ?? 0) - (season?.x ?? 0)).toBeGreaterThan(500);
    for (const { x, x2 } of chart.marks) {
      expect(x).toBeGreaterThanOrEqual(chart.left);
      expect(x2 ?? x).toBeLessThanOrEqual(chart.right);
    }
  });

  test('an addressed actor is a dot that did not act', () => {
    expect(chart.marks.find(({ event: { id } }) => id === 'vote')?.dots).toEqual([
      expect.objectContaining({ lane: 'KP', acting: false }),
      expect.objectContaining({ lane: 'UN', acting: true }),
    ]);
  });

  test('the picture', async () => {
    const { body } = await render(Lanes, {
      props: {
        chart,
        names: { KP: 'DPRK', US: 'US', UN: 'UN' },
        labelledby: 'lanes',
        current: null,
        onpoint: () => undefined,
      },
    });
    await expect(picture(body)).toMatchFileSnapshot('golden/lanes.svg');
  });
});

describe('bars', () => {
  const counts = [
    { month: '2019-08', up: 0, down: 5 },
    { month: '2019-09', up: 2, down: 1 },
    { month: '2019-10', up: 1, down: 2 },
  ];
  const chart = barsChart(counts, { width: 600, left: 100, top: 10, unit: 10 }, monthName);

  test('lengths are proportional to counts on both sides of zero', () => {
    expect(chart.bars.map(({ up, down }) => [up, down])).toEqual([
      [0, 50],
      [20, 10],
      [10, 20],
    ]);
  });

  test('the picture', async () => {
    const { body } = await render(Bars, {
      props: { chart, labelledby: 'bars', up: 'Contacts', down: 'Tests', class: 'wide' },
    });
    await expect(picture(body)).toMatchFileSnapshot('golden/bars.svg');
  });
});

/** An event of one actor on one day. */
const onDay = (i: number, day: number, actor = 'KP'): LaneEvent => ({
  id: `e${i}`,
  title: '',
  when: '',
  family: 'contact',
  span: { from: day, to: day },
  rough: false,
  actors: [{ id: actor, acting: true }],
});

test('lanes of a hundred thousand events are drawn as counts, in a bounded number of marks', () => {
  const actors = ['KP', 'US', 'CN', 'KR', 'JP', 'RU', 'un'];
  const many = Array.from({ length: 100_000 }, (_none, i): LaneEvent => {
    const day = SPAN.from + ((i * 7919) % (SPAN.to - SPAN.from + 1));
    return onDay(i, day, actors[i % 7]);
  });
  const chart = lanesChart(many, SPAN, 1136, monthName);
  expect(chart.marks).toEqual([]);
  expect(chart.columns.reduce((sum, { n }) => sum + n, 0)).toBe(many.length);
  expect(chart.columns.length).toBeLessThan(1200);
});

test('crowded lanes count by month while months have room, then by quarter, then by year, and miss no day', () => {
  const over = (from: string, to: string) => {
    const span = { from: monthStart(from), to: monthEnd(to) - 1 };
    const events = Array.from({ length: 401 }, (_none, i): LaneEvent => {
      const day = span.from + Math.floor((i / 400) * (span.to - span.from));
      return onDay(i, day);
    });
    const { periods, columns } = lanesChart(events, span, 1136, monthName);
    expect(columns.reduce((sum, { n }) => sum + n, 0)).toBe(401);
    for (const [i, { from }] of periods.entries())
      if (i > 0) expect(monthEnd(periods[i - 1]?.to ?? '')).toBe(monthStart(from));
    return periods.slice(0, 2).map((period) => [period.from, period.to]);
  };
  expect(over('2017-01', '2020-03')).toEqual([
    ['2017-01', '2017-01'],
    ['2017-02', '2017-02'],
  ]);
  expect(over('2005-11', '2020-03')).toEqual([
    ['2005-11', '2005-12'],
    ['2006-01', '2006-03'],
  ]);
  expect(over('1984-04', '2026-03')).toEqual([
    ['1984-04', '1984-12'],
    ['1985-01', '1985-12'],
  ]);
});

test('density: each month links to itself', async () => {
  const bar = (edtf: string, label: string, n: number, inside: boolean) => ({
    edtf,
    label,
    n,
    inside,
    from: monthStart(edtf),
    to: monthEnd(edtf),
  });
  const bars = [bar('2019-09', 'September 2019', 1, false), bar('2019-10', 'October 2019', 4, true)];
  const { body } = await render(Density, {
    props: { bars, width: 400, class: 'wide', address: (from: string, to: string) => `?from=${from}&to=${to}` },
  });
  await expect(picture(body)).toMatchFileSnapshot('golden/density.svg');
});

test('ticks are apart enough to be read, whatever the span', () => {
  for (const years of [1, 2, 3, 12, 42]) {
    const span = { from: spanOf('1985').from, to: spanOf(String(1984 + years)).to };
    const scale = timeScale(span, 0, 960);
    const ticks = timeTicks(span, scale, monthName);
    expect(ticks.length).toBeGreaterThan(0);
    for (const [i, tick] of ticks.slice(1).entries()) expect(tick.x - (ticks[i]?.x ?? 0)).toBeGreaterThanOrEqual(36);
  }
});

test('each of the seven actors has a shape of its own', () => {
  expect(new Set(MAIN_ACTORS.map((actor) => actorShape(actor, 5))).size).toBe(MAIN_ACTORS.length);
});

describe('curves', () => {
  const estimate = (mean: number) => ({ mean, low: mean / 2, high: mean * 2 });
  const points = Array.from({ length: 27 }, (_none, i) => ({
    day: SPAN.from + i * 7,
    // Each falls and jumps once, as levels do; they meet at the end.
    coordination: estimate(i < 9 ? 2 * 0.9 ** i : 4 * 0.9 ** (i - 9)),
    rivalry: estimate(i < 15 ? 3 * 0.95 ** i : 2.4 * 0.95 ** (i - 15)),
  }));
  const chart = curvesChart(points, { width: 820, height: 330, left: 34, right: 132, top: 40 });

  test('a day and its place on the axis are each other’s inverse, within the span drawn', () => {
    for (const { day } of points) expect(Math.abs(chart.dayAt(chart.x(day)) - day)).toBeLessThanOrEqual(1);
    expect(chart.dayAt(-50)).toBe(points[0]?.day);
    expect(chart.dayAt(9999)).toBe(points.at(-1)?.day);
  });

  test('end labels of two lines that meet stand apart', () => {
    const meeting = points.map((point) => ({ ...point, rivalry: point.coordination }));
    const { labels } = curvesChart(meeting, { width: 820, height: 330, left: 34, right: 132, top: 40 });
    expect(Math.abs(labels.coordination - labels.rivalry)).toBeGreaterThanOrEqual(34);
  });

  test('a change is written with its sign, and none where it rounds to nothing', () => {
    expect([0.594, -0.2, 0.001, -0.004].map(signedLevel)).toEqual(['+0.59', '−0.20', '0.00', '0.00']);
  });

  test('picture', async () => {
    const day = points[12]?.day ?? 0;
    const { body } = render(Curves, {
      props: {
        chart,
        labelledby: 'levels',
        turns: [{ n: 1, dimension: 'rivalry', day, day50: [day - 14, day + 14], day90: [day - 30, day + 40] }],
        span: [day, day + 60],
        ticks: [{ id: 'talks', title: 'Talks', when: '5 Oct 2019', day, coordination: 1.6, rivalry: 0.4 }],
      },
    });
    await expect(picture(body)).toMatchFileSnapshot('golden/curves.svg');
  });
});

describe('columns', () => {
  const counts = [
    { year: 2016, lower: 8, upper: 3 },
    { year: 2017, lower: 12, upper: 4 },
    { year: 2019, lower: 13, upper: 0 },
  ];
  const chart = columnsChart(counts, { width: 358, height: 220, left: 24 });

  test('a year without launches keeps its place, empty', () => {
    expect(chart.columns.map(({ year, total }) => [year, total])).toEqual([
      [2016, 11],
      [2017, 16],
      [2018, 0],
      [2019, 13],
    ]);
  });

  test('picture', async () => {
    const { body } = render(Columns, {
      props: { chart, labelledby: 'launches', class: 'wide', address: (year: number) => `/timeline?from=${year}` },
    });
    await expect(picture(body)).toMatchFileSnapshot('golden/columns.svg');
  });
});
