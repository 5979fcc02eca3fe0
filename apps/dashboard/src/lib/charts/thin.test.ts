import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Point, thin } from './thin.ts';

const line = fc
  .array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2, maxLength: 60 })
  .map((ys) => ys.map((y, x): Point => [x, y]));

/** Height of a line at a place between its points. */
function heightAt(points: readonly Point[], at: number): number {
  const i = points.findIndex(([x]) => x >= at);
  const [x1, y1] = points[i] ?? [0, 0];
  const [x0, y0] = points[i - 1] ?? [x1, y1];
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

test('no point of the line is further from what is drawn than allowed, and the ends stay', () => {
  fc.assert(
    fc.property(line, fc.double({ min: 0, max: 20, noNaN: true }), (points, within) => {
      const drawn = thin(points, within);
      expect(drawn[0]).toEqual(points[0]);
      expect(drawn.at(-1)).toEqual(points.at(-1));
      for (const [x, y] of points) expect(Math.abs(heightAt(drawn, x) - y)).toBeLessThanOrEqual(within + 1e-9);
    }),
  );
});

test('a straight line needs its two ends', () => {
  const straight = Array.from({ length: 100 }, (_none, x): Point => [x, 3 * x]);
  expect(thin(straight, 0.01)).toEqual([
    [0, 0],
    [99, 297],
  ]);
});

test('one point and none are given back', () => {
  expect(thin([], 1)).toEqual([]);
  expect(thin([[1, 2]], 1)).toEqual([[1, 2]]);
});
