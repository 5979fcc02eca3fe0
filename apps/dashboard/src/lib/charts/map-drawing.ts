import type { GeoProjection } from 'd3-geo';
import { circlePoints, type LonLat, type MapFrame, project } from './map-frame.ts';
import { type Box, LabelSpace, type MapLabel, spotsAround } from './map-labels.ts';
import type { MapChart, MapInput, MapMark, MapRing } from './map.ts';

/** Words on one drawing of the window, kept apart at its size. */
export interface MapDrawing {
  readonly width: number;
  readonly height: number;
  /** What the window is scaled by, and what the marks are: they shrink less than the land. */
  readonly scale: number;
  readonly markScale: number;
  readonly labels: readonly (MapLabel & { readonly id: string })[];
  readonly names: readonly MapLabel[];
  readonly ringLabels: readonly (MapLabel & { readonly km: number })[];
  readonly insetLabel: MapLabel | null;
  readonly bar: { readonly x: number; readonly y: number; readonly width: number; readonly km: number };
}

interface Layout {
  readonly input: MapInput;
  readonly frame: MapFrame;
  readonly projection: GeoProjection;
  readonly marks: readonly MapMark[];
  readonly inset: MapChart['inset'];
}

interface Size {
  readonly scale: number;
  readonly markScale: number;
  /** At most so many names of places and of rings. */
  readonly places: number;
  readonly rings: number;
}

/** Words in order of weight: the place chosen, its rings, the inset, places by events, countries. */
export function mapDrawing({ input, frame, projection, marks, inset }: Layout, size: Size): MapDrawing {
  const { scale, markScale } = size;
  const [width, height] = [round(frame.width * scale), round(frame.height * scale)];
  const space = new LabelSpace(width, height);
  const bar = scaleBar(frame.kmPerPx / scale, height);
  space.text({ x: 0, y: bar.y - 12, width: bar.width + 70, height: 28 });
  const sized = marks.map((mark) => ({ ...mark, x: mark.x * scale, y: mark.y * scale, reach: mark.reach * markScale }));
  const own = new Map(sized.map((mark) => [mark.id, boxOf(mark)]));
  for (const box of own.values()) space.mark(box);
  if (inset) space.mark(scaled(inset, scale));
  const total = new Map(input.places.map((place) => [place.id, place]));
  const name = (mark: MapMark, over: boolean) => {
    const label = space.place(
      total.get(mark.id)?.name ?? '',
      spotsAround(mark.x, mark.y, mark.reach),
      own.get(mark.id),
      over,
    );
    return label ? [{ ...label, id: mark.id }] : [];
  };
  const chosen = sized.filter(({ id }) => id === input.chosen?.id).flatMap((mark) => name(mark, true));
  const toPoint = (point: LonLat): [number, number] => {
    const [x, y] = project(projection, point);
    return [x * scale, y * scale];
  };
  const ringLabels = input.chosen ? nameRings(input.rings, input.chosen.at, toPoint, space, size.rings) : [];
  const insetLabel = inset && input.inset ? nameInset(scaled(inset, scale), input.inset.label, space) : null;
  const labels = [...chosen];
  const order = sized
    .filter(({ id }) => id !== input.chosen?.id)
    .sort((a, b) => (total.get(b.id)?.total ?? 0) - (total.get(a.id)?.total ?? 0));
  for (const [i, mark] of order.entries()) if (labels.length < size.places) labels.push(...name(mark, i < 3));
  return {
    width,
    height,
    scale: Math.round(scale * 10_000) / 10_000,
    markScale,
    labels,
    names: input.names.flatMap(({ text, at }) => {
      const [x, y] = toPoint(at);
      const spots = [0, -14, 14].map((dy) => ({ x, y: y + dy, anchor: 'middle' as const }));
      return space.place(text, spots) ?? [];
    }),
    ringLabels,
    insetLabel,
    bar,
  };
}

const boxOf = ({ x, y, reach }: MapMark): Box => ({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach });

const scaled = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
});

/** Bearings a ring's name is tried at: east first, where fewest marks stand, then all around. */
const BEARINGS = [90, 110, 70, 130, 50, 150, 30, 170, 10, 190, 210, 230, 250, 270, 290, 310, 330, 350];

function nameRings(
  rings: readonly MapRing[],
  centre: LonLat,
  toPoint: (point: LonLat) => [number, number],
  space: LabelSpace,
  most: number,
): (MapLabel & { km: number })[] {
  const named: (MapLabel & { km: number })[] = [];
  for (const { km, label } of [...rings].sort((a, b) => a.rank - b.rank)) {
    if (named.length >= most) break;
    const points = circlePoints(centre, km).map(toPoint);
    const spots = BEARINGS.flatMap((bearing) => {
      const point = points[bearingIndex(points, toPoint(centre), bearing)];
      return point ? [{ x: point[0], y: point[1] + 4.5, anchor: 'middle' as const }] : [];
    });
    const found = space.place(label, spots);
    if (found) named.push({ ...found, km });
  }
  return named;
}

/** Index of the projected point that lies nearest to a bearing, clockwise from the top. */
function bearingIndex(points: readonly [number, number][], [cx, cy]: [number, number], bearing: number): number {
  let best = 0;
  let least = Infinity;
  for (const [i, [x, y]] of points.entries()) {
    const angle = ((Math.atan2(x - cx, cy - y) * 180) / Math.PI + 360) % 360;
    const off = Math.abs(((angle - bearing + 540) % 360) - 180);
    if (off < least) [best, least] = [i, off];
  }
  return best;
}

const ROUND_KM = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

function scaleBar(kmPerPx: number, height: number): MapDrawing['bar'] {
  const km = ROUND_KM.find((one) => one / kmPerPx >= 56) ?? 5000;
  return { x: 12, y: round(height - 16), width: round(km / kmPerPx), km };
}

function nameInset(box: Box, label: string, space: LabelSpace): MapLabel | null {
  const [middle, below] = [box.x + box.width / 2, box.y + box.height];
  const spots = [
    { x: box.x + box.width + 5, y: box.y + 4, anchor: 'start' as const },
    { x: middle, y: box.y - 5, anchor: 'middle' as const },
    { x: middle, y: below + 14, anchor: 'middle' as const },
    { x: box.x + box.width + 5, y: below + 6, anchor: 'start' as const },
  ];
  return space.place(label, spots) ?? space.place(label, spots, undefined, true);
}

const round = (n: number): number => Math.round(n * 10) / 10;
