import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { groundOf, mapChart, type MapInput, type MapPlace } from './map.ts';
import { frameAround, inFrame, PENINSULA, project, projectionOf, REGION } from './map-frame.ts';
import { LabelSpace, spotsAround, textWidth } from './map-labels.ts';
import { nextMark } from './map-order.ts';
import { MAP_KINDS, mapShape } from './map-shapes.ts';
import MapPlot from './MapPlot.svelte';

const place = (id: string, lon: number, lat: number, counts: Partial<MapPlace['counts']>, rough = false): MapPlace => {
  const all = { launch: 0, nuclear: 0, meeting: 0, other: 0, ...counts };
  return {
    id,
    name: id,
    title: `${id}: ${Object.values(all).join(' ')}`,
    at: [lon, lat],
    rough,
    counts: all,
    total: Object.values(all).reduce((a, b) => a + b, 0),
  };
};
const SITE = place('Site', 127.5, 39.2, { launch: 16, meeting: 1 });
const PLACES = [
  SITE,
  place('Capital', 125.75, 39.03, { meeting: 9, launch: 4 }),
  place('Test', 129.1, 41.3, { nuclear: 6 }),
  place('Province', 126.6, 40.9, { launch: 1 }, true),
  place('Office', 127, 37.6, { other: 4 }),
];
const INPUT: MapInput = {
  places: PLACES,
  chosen: SITE,
  rings: [
    { km: 200, label: '200 km, A', rank: 1 },
    { km: 430, label: '430 km, B +1', rank: 0 },
  ],
  precisionKm: 20,
  names: [{ text: 'Land', at: [128, 36.5] }],
  inset: null,
};
/** Comments and scoped names are the compiler's business, not the picture's. */
const picture = (html: string) =>
  html
    .replace(/<!--.*?-->/g, '')
    .replace(/ ?svelte-\w+/g, '')
    .replaceAll('><', '>\n<');

describe('windows', () => {
  test('distances from the centre are true: a place 500 km north stands that many px above', () => {
    const projection = projectionOf(REGION);
    const [, middle] = project(projection, REGION.centre);
    const [, north] = project(projection, [REGION.centre[0], REGION.centre[1] + 500 / 111.195]);
    expect((middle - north) * REGION.kmPerPx).toBeCloseTo(500, 0);
  });

  test('a window around places leaves none outside', () => {
    const points = [
      [-77, 38.9],
      [-77.04, -12.05],
      [6.1, 46.2],
      [115.2, -8.7],
    ] as const;
    const frame = frameAround(points);
    for (const point of points) expect(inFrame(frame)(point)).toBe(true);
    expect(inFrame(PENINSULA)(points[0])).toBe(false);
  });

  test('land is clipped to the window, borders are lines', () => {
    const land = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [125, 38],
          [125, 40],
          [128, 40],
          [128, 38],
          [125, 38],
        ],
      ],
    };
    const ground = groundOf(PENINSULA, { land, borders: null, graticule: false });
    expect(ground.land).toMatch(/^M[\d.,LZM]+Z$/);
    expect(ground.borders).toBe('');
  });
});

describe('marks', () => {
  const chart = mapChart({ ...INPUT, rings: [] }, PENINSULA);

  test('area is in proportion to events, whatever the shape', () => {
    const area = (path: string) => {
      const points = path.match(/-?[\d.]+,-?[\d.]+/g)?.map((pair) => pair.split(',').map(Number)) ?? [];
      return Math.abs(
        points.reduce((total, [x = 0, y = 0], i) => {
          const [nx = 0, ny = 0] = points[(i + 1) % points.length] ?? [];
          return total + (x * ny - nx * y) / 2;
        }, 0),
      );
    };
    expect(area(mapShape('launch', 400))).toBeCloseTo(400, -1);
    expect(area(mapShape('nuclear', 400))).toBeCloseTo(400, -1);
    expect(Number(/a([\d.]+),/.exec(mapShape('meeting', 400))?.[1]) ** 2 * Math.PI).toBeCloseTo(400, -1);
    expect(new Set(MAP_KINDS.map((kind) => mapShape(kind, 90))).size).toBe(MAP_KINDS.length);
  });

  test('large marks are drawn first, so that small ones stay in sight', () => {
    const reaches = chart.marks.map(({ reach }) => reach);
    expect(reaches).toEqual([...reaches].sort((a, b) => b - a));
  });

  test('a place with two kinds has both shapes in one mark', () => {
    expect(chart.marks.find(({ id }) => id === 'Capital')?.shapes.map(({ kind }) => kind)).toEqual([
      'meeting',
      'launch',
    ]);
  });
});

describe('labels', () => {
  test('no two of them meet, at either size', () => {
    for (const drawing of [mapChart(INPUT, PENINSULA).wide, mapChart(INPUT, PENINSULA).narrow]) {
      const texts = [...drawing.labels, ...drawing.names, ...drawing.ringLabels];
      const boxes = texts.map(({ text, x, y, anchor }) => {
        const wide = textWidth(text);
        const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
        return { left, right: left + wide, top: y - 11, bottom: y + 4 };
      });
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1))
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
    }
  });

  test('one that finds no room is left out rather than written over another', () => {
    const space = new LabelSpace(60, 40);
    expect(space.place('First', spotsAround(10, 20, 3))).not.toBeNull();
    expect(space.place('Second place', spotsAround(10, 20, 3))).toBeNull();
  });

  test('wide scripts take the room they need', () => {
    expect(textWidth('평양')).toBe(26);
    expect(textWidth('Sunan')).toBeLessThan(textWidth('순안순안순안'));
  });
});

test('arrow keys reach every mark either way, and stop at the ends', () => {
  const { marks } = mapChart(INPUT, PENINSULA);
  for (const key of ['ArrowRight', 'ArrowDown']) {
    const seen: (string | null)[] = [];
    for (let at = nextMark(marks, null, key); at !== null; at = nextMark(marks, at, key)) seen.push(at);
    expect(nextMark(marks, seen.at(-1) ?? null, key)).toBeNull();
    expect(new Set(seen)).toEqual(new Set(marks.map(({ id }) => id)));
  }
  const rows = [
    { id: 'west', x: 0, y: 9 },
    { id: 'middle', x: 5, y: 0 },
    { id: 'east', x: 9, y: 5 },
  ];
  expect(nextMark(rows, 'west', 'ArrowRight')).toBe('middle');
  expect(nextMark(rows, 'west', 'ArrowUp')).toBe('east');
  expect(nextMark(rows, 'west', 'ArrowLeft')).toBeNull();
  expect(nextMark(rows, 'west', 'a')).toBeNull();
});

test.each(['wide', 'narrow'] as const)('the picture, %s', async (drawing) => {
  const { body } = await render(MapPlot, {
    props: {
      chart: mapChart(INPUT, PENINSULA),
      drawing,
      ground: 'ground',
      rings: 'rings',
      labelledby: 'map',
      chosen: 'Site',
      address: (id: string) => `?place=${id}`,
      insetAddress: '?view=peninsula',
    },
  });
  await expect(picture(body)).toMatchFileSnapshot(`golden/map-${drawing}.svg`);
});

test('the picture of rings', async () => {
  const { rings, precision } = mapChart(INPUT, PENINSULA);
  const paths = rings.map(({ km, path, named }) => `${km} ${String(named)} ${path}`);
  await expect([...paths, precision, ''].join('\n')).toMatchFileSnapshot('golden/map-rings.txt');
});
