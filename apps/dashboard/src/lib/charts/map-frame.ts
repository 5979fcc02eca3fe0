import { geoAzimuthalEquidistant, geoCircle, type GeoProjection } from 'd3-geo';

export const EARTH_KM = 6371.0088;

export type LonLat = readonly [lon: number, lat: number];

/** A window on the globe: distances and directions from its centre are true, so one scale bar holds. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
  readonly centre: LonLat;
  readonly kmPerPx: number;
  /** Where the centre stands in the window, in px. */
  readonly at: readonly [x: number, y: number];
}

const CENTRE: LonLat = [127.4, 38.15];
const WIDTH = 640;

function around(height: number, kmHigh: number): MapFrame {
  return { width: WIDTH, height, centre: CENTRE, kmPerPx: kmHigh / height, at: [WIDTH / 2, height / 2] };
}

/** The peninsula from Jeju to the Tumen, and the same wider, for rings that reach beyond it. */
export const PENINSULA = around(760, 1180);
export const REGION = around(760, 2500);

/** A window around every point given, on the same centre. */
export function frameAround(points: readonly LonLat[], margin = 40): MapFrame {
  const kilometres = projectionOf({ ...PENINSULA, kmPerPx: 1, at: [0, 0] });
  const flat = points.map((point) => project(kilometres, point));
  const [xs, ys] = [flat.map(([x]) => x), flat.map(([, y]) => y)];
  const [west, east] = [Math.min(-5000, ...xs), Math.max(5000, ...xs)];
  const [north, south] = [Math.min(-5000, ...ys), Math.max(4000, ...ys)];
  const kmPerPx = (east - west) / (WIDTH - 2 * margin);
  return {
    width: WIDTH,
    height: Math.round((south - north) / kmPerPx + 2 * margin),
    centre: CENTRE,
    kmPerPx,
    at: [margin - west / kmPerPx, margin - north / kmPerPx],
  };
}

export function projectionOf({ width, height, centre, kmPerPx, at }: MapFrame): GeoProjection {
  return geoAzimuthalEquidistant()
    .rotate([-centre[0], -centre[1]])
    .scale(EARTH_KM / kmPerPx)
    .translate([at[0], at[1]])
    .clipExtent([
      [0, 0],
      [width, height],
    ])
    .precision(0.3);
}

/** Projects one point; every point but the centre's antipode has a place. */
export function project(projection: GeoProjection, [lon, lat]: LonLat): [number, number] {
  return projection([lon, lat]) ?? [Number.NaN, Number.NaN];
}

/** Tells of points whether a window shows them. */
export function inFrame(frame: MapFrame): (point: LonLat) => boolean {
  const projection = projectionOf(frame);
  return (point) => {
    const [x, y] = project(projection, point);
    return x >= 0 && x <= frame.width && y >= 0 && y <= frame.height;
  };
}

/** The points of a circle on the globe, every four degrees of bearing. */
export function circlePoints(centre: LonLat, km: number): [number, number][] {
  const { coordinates } = geoCircle()
    .center([centre[0], centre[1]])
    .radius((km / EARTH_KM) * (180 / Math.PI))
    .precision(4)();
  return (coordinates[0] ?? []) as [number, number][];
}

/** Share of a circle that a window shows, 0 to 1. */
export function shareShown(frame: MapFrame, centre: LonLat, km: number): number {
  const points = circlePoints(centre, km);
  return points.filter(inFrame(frame)).length / points.length;
}
