import { betaCdf, betaQuantile } from './special/beta.ts';
import { gammaCdf, gammaQuantile } from './special/gamma.ts';

/** An estimate with its central interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Interval of a rate from its first two moments, as a Gamma with the same ones. `mass` is the probability inside, e.g. 0.9. */
export function rateEstimate(mean: number, variance: number, mass = 0.9): Estimate {
  if (mean <= 0 || variance <= 0) return { mean, low: mean, high: mean };
  const [shape, rate] = [(mean * mean) / variance, mean / variance];
  const side = (1 - mass) / 2;
  return { mean, low: six(gammaQuantile(side, shape, rate)), high: six(gammaQuantile(1 - side, shape, rate)) };
}

/** Tone: share of coordination C / (C + R) ~ Beta(aC, aR), for two Gamma rates of one scale, and P(C > R). */
export function tone(aC: number, aR: number, mass = 0.9): Estimate & { readonly coordinationLeads: number } {
  const side = (1 - mass) / 2;
  return {
    mean: aC / (aC + aR),
    low: six(betaQuantile(side, aC, aR)),
    high: six(betaQuantile(1 - side, aC, aR)),
    coordinationLeads: 1 - betaCdf(0.5, aC, aR),
  };
}

/** Volume: C + R ~ Gamma(aC + aR, b). */
export function volume(aC: number, aR: number, b: number, mass = 0.9): Estimate {
  const side = (1 - mass) / 2;
  return {
    mean: (aC + aR) / b,
    low: six(gammaQuantile(side, aC + aR, b)),
    high: six(gammaQuantile(1 - side, aC + aR, b)),
  };
}

/** P(rate > level) for a Gamma(a, b) rate. */
export const exceedance = (level: number, a: number, b: number): number => 1 - gammaCdf(level * b, a);

/** A Gamma rate: shape and rate. */
export interface Rate {
  readonly a: number;
  readonly b: number;
}

/** Where a relation stands: probabilities that each intensity lies above its reference level; the four add up to 1. */
export function quadrants(c: Rate, r: Rate, levels: { readonly c: number; readonly r: number }) {
  const [high, tense] = [exceedance(levels.c, c.a, c.b), exceedance(levels.r, r.a, r.b)];
  return {
    engaged: high * (1 - tense),
    contested: high * tense,
    hostile: (1 - high) * tense,
    distant: (1 - high) * (1 - tense),
  };
}

/** The dialogue window of a pair: both sides reach out above the level c*, P(C_AB > c*) · P(C_BA > c*). */
export const dialogueWindow = (ab: Rate, ba: Rate, level: number): number =>
  exceedance(level, ab.a, ab.b) * exceedance(level, ba.a, ba.b);

/** Quantiles go through functions that differ in their last bits between engines; six significant digits are the same everywhere. */
export const six = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(6)) : value);
