import type { Estimate } from '@peninsula/data/models';
import { scaleLinear } from 'd3-scale';
import { round } from './actors.ts';
import { type Point, thin } from './thin.ts';
import { type Tick, timeScale, timeTicks } from './time-axis.ts';

export interface CurvePoint {
  readonly day: number;
  readonly coordination: Estimate;
  readonly rivalry: Estimate;
}

/** A point as a page carries it: the day, then mean, low and high of coordination and of rivalry, to a thousandth. */
export type PackedPoint = readonly [number, ...(readonly number[])];

export const packPoint = ({ day, coordination, rivalry }: CurvePoint): PackedPoint => [
  day,
  ...[coordination, rivalry].flatMap(({ mean, low, high }) =>
    [mean, low, high].map((n) => Math.round(n * 1000) / 1000),
  ),
];

export const unpackPoint = ([day, ...six]: PackedPoint): CurvePoint => {
  const at = (i: number): Estimate => ({ mean: six[i] ?? 0, low: six[i + 1] ?? 0, high: six[i + 2] ?? 0 });
  return { day, coordination: at(0), rivalry: at(3) };
};

export interface Curve {
  readonly line: string;
  readonly band: string;
  /** Where the line ends, for its label. */
  readonly end: { readonly x: number; readonly y: number; readonly estimate: Estimate };
}

export interface CurvesChart {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly zero: number;
  readonly x: (day: number) => number;
  /** The day under a position, kept within the span drawn. */
  readonly dayAt: (x: number) => number;
  readonly ticks: readonly Tick[];
  readonly grid: readonly { readonly y: number; readonly value: number }[];
  readonly coordination: Curve;
  readonly rivalry: Curve;
  /** Baselines of the two end labels, moved apart where they would meet. */
  readonly labels: { readonly coordination: number; readonly rivalry: number };
}

/** How far a drawn line may be from the computed one, in units of the drawing: less than a screen shows. */
const UNSEEN = 0.2;

/** Two levels with their bands on one scale from zero. `most` sets a common scale for small multiples. */
export function curvesChart(
  points: readonly CurvePoint[],
  size: { width: number; height: number; left: number; right: number; top: number; most?: number },
): CurvesChart {
  const { width, height, left, top } = size;
  const right = width - size.right;
  const zero = height - 26;
  const first = points[0]?.day ?? 0;
  const last = points.at(-1)?.day ?? 1;
  const most = size.most ?? Math.max(1, ...points.flatMap((point) => [point.coordination.high, point.rivalry.high]));
  const x = timeScale({ from: first, to: last }, left, right);
  const scale = scaleLinear([0, most], [zero, top]);
  const y = (value: number) => round(Math.max(top - 8, scale(value)));
  const curve = (dimension: 'coordination' | 'rivalry'): Curve => {
    const line = (of: keyof Estimate) =>
      thin(
        points.map((point) => [x(point.day), y(point[dimension][of])]),
        UNSEEN,
      );
    const end = points.at(-1)?.[dimension] ?? { mean: 0, low: 0, high: 0 };
    return {
      line: path(line('mean')),
      band: `${path(line('high'))}${path(line('low').reverse()).replace('M', 'L')}Z`,
      end: { x: right, y: y(end.mean), estimate: end },
    };
  };
  const [coordination, rivalry] = [curve('coordination'), curve('rivalry')];
  return {
    width,
    height,
    left,
    right,
    top,
    zero,
    x,
    dayAt: (at) => first + Math.round(Math.min(1, Math.max(0, (at - left) / (right - left))) * (last - first)),
    ticks: timeTicks({ from: first, to: last }, x, () => ''),
    grid: scale
      .ticks(4)
      .filter((value) => value > 0 && Number.isInteger(value))
      .map((value) => ({ value, y: y(value) })),
    coordination,
    rivalry,
    labels: above(apart(coordination.end.y, rivalry.end.y, 34), zero - 10),
  };
}

/** Two labels at least `gap` apart, each as near to its line as that allows. */
function apart(coordination: number, rivalry: number, gap: number) {
  const missing = gap - Math.abs(coordination - rivalry);
  if (missing <= 0) return { coordination, rivalry };
  const up = coordination <= rivalry ? -missing / 2 : missing / 2;
  return { coordination: round(coordination + up), rivalry: round(rivalry - up) };
}

/** Both labels moved up together until the lower one stands above the axis. */
function above(labels: { coordination: number; rivalry: number }, least: number) {
  const over = Math.max(0, Math.max(labels.coordination, labels.rivalry) - least);
  return { coordination: round(labels.coordination - over), rivalry: round(labels.rivalry - over) };
}

/** A line through points, each after the first as the step to it: half as long as positions, and a page has a dozen. */
function path(points: readonly Point[]): string {
  return points
    .map(([x, y], i) => {
      const [fromX, fromY] = points[i - 1] ?? [0, 0];
      return `${i === 0 ? 'M' : i === 1 ? 'l' : ''}${pair(round(x - fromX), round(y - fromY))}`;
    })
    .join(' ');
}

const pair = (x: number, y: number): string => `${short(x)}${y < 0 ? '' : ' '}${short(y)}`;
const short = (n: number): string => String(n).replace(/^(-?)0\./, '$1.');

/** A number of a level as pages write it. */
export const level = (value: number): string => value.toFixed(2);

/** A change with its sign, the minus a true one. */
export const signedLevel = (value: number): string =>
  `${value < -0.005 ? '−' : value > 0.005 ? '+' : ''}${Math.abs(value).toFixed(2)}`;
