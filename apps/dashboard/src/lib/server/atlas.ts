import { merge, mesh } from 'topojson-client';
import regionText from 'world-atlas/countries-50m.json?raw';
import worldText from 'world-atlas/land-110m.json?raw';
import type { Outlines } from '#lib/charts/map.ts';

type Topology = Parameters<typeof merge>[0];
type Shapes = Parameters<typeof merge>[1];
type Collection = Extract<Parameters<typeof mesh>[1], { type: 'GeometryCollection' }>;

const region = JSON.parse(regionText) as Topology & { objects: { countries: Collection } };
const world = JSON.parse(worldText) as Topology & { objects: { land: Collection } };

/** The states a window around the peninsula can show, by ISO 3166-1 number: KP, KR, CN, JP, RU, MN, TW. */
const NEAR = new Set(['408', '410', '156', '392', '643', '496', '158']);

/** Outlines for the peninsula and its neighbours, with land borders. */
export const REGION_OUTLINES: Outlines = (() => {
  const countries = region.objects.countries;
  const near = countries.geometries.filter(({ id }) => NEAR.has(String(id)));
  return {
    land: merge(region, near as Shapes),
    borders: mesh(region, { ...countries, geometries: near }, (a, b) => a !== b),
    graticule: false,
  };
})();

/** Land alone for the world: at this scale borders tell nothing about the events, and some are disputed. */
export const WORLD_OUTLINES: Outlines = {
  land: merge(world, world.objects.land.geometries as Shapes),
  borders: null,
  graticule: true,
};
