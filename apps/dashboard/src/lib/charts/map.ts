import { geoGraticule, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import { circlePoints, type LonLat, type MapFrame, project, projectionOf } from './map-frame.ts';
import { type MapDrawing, mapDrawing } from './map-drawing.ts';
import type { Box } from './map-labels.ts';
import { MAP_KINDS, type MapKind, mapReach, mapShape } from './map-shapes.ts';

/** A place and how many events of each kind are drawn at it. */
export interface MapPlace {
  readonly id: string;
  readonly name: string;
  /** The whole mark in words, for a pointer and a screen reader. */
  readonly title: string;
  readonly at: LonLat;
  /** The point stands for an area too wide to be read off the map: drawn hollow. */
  readonly rough: boolean;
  readonly counts: Readonly<Record<MapKind, number>>;
  readonly total: number;
}

export interface MapRing {
  readonly km: number;
  readonly label: string;
  /** Rings are named in this order until there is no room. */
  readonly rank: number;
}

export interface MapInput {
  readonly places: readonly MapPlace[];
  readonly chosen: MapPlace | null;
  readonly rings: readonly MapRing[];
  /** Radius within which the chosen point is meant, where it is worth drawing. */
  readonly precisionKm: number | null;
  /** Names of countries and where they stand. */
  readonly names: readonly { readonly text: string; readonly at: LonLat }[];
  /** Another window, drawn as one mark. */
  readonly inset: { readonly frame: MapFrame; readonly label: string; readonly title: string } | null;
}

export interface MapMark {
  readonly id: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly rough: boolean;
  readonly reach: number;
  readonly shapes: readonly { readonly kind: MapKind; readonly path: string }[];
}

/** Marks and lines of a window at its own size; every drawing scales them. */
export interface MapChart {
  readonly width: number;
  readonly height: number;
  /** Largest first, so that a small mark is never covered. */
  readonly marks: readonly MapMark[];
  readonly rings: readonly { readonly km: number; readonly path: string; readonly named: boolean }[];
  readonly precision: string | null;
  readonly inset: (Box & { readonly title: string }) | null;
  /** Sizes for the key, by the same rule of area as the marks. */
  readonly sizes: readonly { readonly n: number; readonly path: string; readonly reach: number }[];
  readonly wide: MapDrawing;
  readonly narrow: MapDrawing;
}

export interface Ground {
  readonly land: string;
  readonly borders: string;
  readonly graticule: string;
}

export interface Outlines {
  readonly land: GeoPermissibleObjects;
  readonly borders: GeoPermissibleObjects | null;
  readonly graticule: boolean;
}

const LARGEST = 1500;
const SMALLEST = 78;
/** Marks make room for rings. */
const WITH_RINGS = 0.5;
/** No finger or pointer is asked to hit less than 24 px. */
export const HIT = 12;

/** Land and borders of a window as paths. */
export function groundOf(frame: MapFrame, { land, borders, graticule }: Outlines): Ground {
  const path = geoPath(projectionOf(frame)).digits(1);
  return {
    land: path(land) ?? '',
    borders: borders === null ? '' : (path(borders) ?? ''),
    graticule: graticule ? (path(geoGraticule().step([30, 30])()) ?? '') : '',
  };
}

const NARROW = 358;

/** Marks, rings, labels and a scale bar on one window, for a wide and a narrow page. */
export function mapChart(input: MapInput, frame: MapFrame): MapChart {
  const projection = projectionOf(frame);
  const unit = areaUnit(input.places) * (input.rings.length > 0 ? WITH_RINGS : 1);
  const marks = input.places
    .map((place) => markOf(place, projection, unit))
    .sort((a, b) => b.reach - a.reach || (a.id < b.id ? -1 : 1));
  const inset = insetOf(input, frame, projection);
  const at = input.chosen?.at;
  const layout = { input, frame, projection, marks, inset };
  const few = input.rings.length > 0;
  const wide = mapDrawing(layout, { scale: 1, markScale: 1, places: few ? 8 : 18, rings: 6 });
  const named = new Set(wide.ringLabels.map(({ km }) => km));
  return {
    width: frame.width,
    height: frame.height,
    marks,
    rings: at ? input.rings.map(({ km }) => ({ km, path: circlePath(at, km, projection), named: named.has(km) })) : [],
    precision: at && input.precisionKm !== null ? circlePath(at, input.precisionKm, projection) : null,
    inset,
    sizes: sizesOf(input.places, unit),
    wide,
    narrow: mapDrawing(layout, {
      scale: NARROW / frame.width,
      markScale: 0.72,
      places: few ? 4 : 8,
      rings: 3,
    }),
  };
}

/** Px² an event takes: the largest mark keeps within bounds, and few events are not drawn like many. */
function areaUnit(places: readonly MapPlace[]): number {
  const most = Math.max(1, ...places.flatMap(({ counts }) => MAP_KINDS.map((kind) => counts[kind])));
  return Math.min(SMALLEST, LARGEST / most);
}

function markOf(place: MapPlace, projection: GeoProjection, unit: number): MapMark {
  const [x, y] = project(projection, place.at);
  const kinds = MAP_KINDS.filter((kind) => place.counts[kind] > 0).sort((a, b) => place.counts[b] - place.counts[a]);
  return {
    id: place.id,
    title: place.title,
    x: round(x),
    y: round(y),
    rough: place.rough,
    reach: round(Math.max(0, ...kinds.map((kind) => mapReach(kind, place.counts[kind] * unit)))),
    shapes: kinds.map((kind) => ({ kind, path: mapShape(kind, place.counts[kind] * unit) })),
  };
}

/** A circle as a line, so that the edge of the window is not drawn with it. */
function circlePath(centre: LonLat, km: number, projection: GeoProjection): string {
  return geoPath(projection).digits(1)({ type: 'LineString', coordinates: circlePoints(centre, km) }) ?? '';
}

function insetOf({ inset }: MapInput, frame: MapFrame, projection: GeoProjection): MapChart['inset'] {
  if (inset === null) return null;
  const by = inset.frame.kmPerPx / frame.kmPerPx;
  const [x, y] = project(projection, inset.frame.centre);
  const [width, height] = [round(inset.frame.width * by), round(inset.frame.height * by)];
  return { x: round(x - width / 2), y: round(y - height / 2), width, height, title: inset.title };
}

/** Three sizes of the key, in the shape of the largest mark: one event, many, and a number between. */
function sizesOf(places: readonly MapPlace[], unit: number): MapChart['sizes'] {
  const most = (kind: MapKind) => Math.max(0, ...places.map(({ counts }) => counts[kind]));
  const kind = MAP_KINDS.reduce((best, one) => (most(one) > most(best) ? one : best));
  const steps = [1, 5, 10, 20, 50, 100].filter((n) => n <= most(kind));
  const shown = steps.length > 3 ? [1, steps[Math.floor(steps.length / 2)] ?? 1, steps.at(-1) ?? 1] : steps;
  return shown.map((n) => ({ n, path: mapShape(kind, n * unit), reach: round(mapReach(kind, n * unit)) }));
}

const round = (n: number): number => Math.round(n * 10) / 10;
