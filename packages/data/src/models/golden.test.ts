import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changePoints, pelt } from './change-points.ts';
import { exceedance, tone, volume } from './derived.ts';
import { changeVariance, dpgFilter, dpgSmooth, dpgWeights } from './dpg.ts';
import { predictiveLog } from './fit.ts';
import { alphaInterval, cohenKappa, krippendorffAlpha } from './reliability.ts';
import { betaCdf, betaQuantile } from './special/beta.ts';
import { gammaCdf, gammaQuantile, logGamma, negativeBinomialLog } from './special/gamma.ts';

/* Reference numbers computed once with R and Python; test/golden holds the files with their origin. */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shapes are those of the files
const golden = (name: string): any =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../test/golden', `${name}.json`), 'utf8'));
const series = golden('series');

function close(actual: number, wanted: number, relative: number, absolute = 0): void {
  if (actual === wanted) return;
  expect(Math.abs(actual - wanted), `${actual} against ${wanted}`).toBeLessThanOrEqual(
    Math.max(absolute, relative * Math.abs(wanted)),
  );
}

for (const reference of golden('dpg_filter_smoother').cases)
  describe(`DPG: ${reference.name}`, () => {
    const { y, E, delta, mu0, n0, phi, a0, b0 } = reference.input;
    const filtered = dpgFilter(y, E, { delta, mu0, n0, phi, a0, b0 });
    const smoothed = dpgSmooth(filtered);

    test('filter and smoother, bit for bit', () => {
      expect([...filtered.aPred]).toEqual(reference.filter.a_pred);
      expect([...filtered.bPred]).toEqual(reference.filter.b_pred);
      expect([...filtered.a]).toEqual(reference.filter.a);
      expect([...filtered.b]).toEqual(reference.filter.b);
      expect([...smoothed.mean]).toEqual(reference.smoothed_mean);
      for (const [t, wanted] of reference.smoothed_var.entries()) close(smoothed.variance[t] ?? 0, wanted, 1e-12);
    });

    test('weights: rows agree and add up to the level', () => {
      for (const [row, wanted] of Object.entries(reference.weights_rows) as [string, number[]][]) {
        const weights = dpgWeights(filtered, Number(row), phi);
        for (const [s, w] of wanted.entries()) close(weights[s] ?? 0, w, 1e-10, 1e-14);
        const level = weights.reduce((sum, w, s) => sum + w * y[s], reference.smoothed_baseline_part[Number(row)]);
        close(level, reference.smoothed_mean[Number(row)], 1e-12);
      }
    });

    test('quantiles and log score', () => {
      for (const p of [0.05, 0.5, 0.95]) {
        for (const [t, wanted] of reference.filtered_quantiles[String(p)].entries())
          close(gammaQuantile(p, filtered.a[t] ?? 0, filtered.b[t] ?? 1), wanted, 1e-8);
      }
      const scores = predictiveLog(y, E, filtered, phi);
      for (const [t, wanted] of reference.filter.logscore.entries()) close(scores[t] ?? 0, wanted, 0, 1e-9);
    });
  });

test('momentum: mean and variance of a change', () => {
  for (const { series: name, n0, mu0, delta, t, k, mean_diff, var_diff } of golden('dpg_momentum').cases) {
    const y: number[] = name === 'coal' ? series.coal_annual : series.van_killed;
    const filtered = dpgFilter(
      y,
      y.map(() => 1),
      { delta, n0, mu0, phi: 1 },
    );
    const smoothed = dpgSmooth(filtered);
    close((smoothed.mean[t + k] ?? 0) - (smoothed.mean[t] ?? 0), mean_diff, 1e-11);
    close(changeVariance(filtered, smoothed, t, k), var_diff, 1e-12);
  }
});

test('tone, volume and exceedance', () => {
  for (const c of golden('dpg_share_total').cases) {
    const share = tone(c.aC, c.aR);
    close(share.mean, c.share_mean, 1e-12);
    close(betaQuantile(0.05, c.aC, c.aR), c.share_q05, 1e-8);
    close(betaQuantile(0.5, c.aC, c.aR), c.share_q50, 1e-8);
    close(betaQuantile(0.95, c.aC, c.aR), c.share_q95, 1e-8);
    close(share.coordinationLeads, c.prob_C_gt_R, 1e-8);
    close(volume(c.aC, c.aR, c.b).mean, c.total_mean, 1e-12);
    close(gammaQuantile(0.05, c.aC + c.aR, c.b), c.total_q05, 1e-8);
    close(gammaQuantile(0.95, c.aC + c.aR, c.b), c.total_q95, 1e-8);
    close(exceedance(0.1, c.aC, c.b), c.tail_C_gt_0_1, 1e-8);
  }
});

test('likelihood over a grid of half-lives and backgrounds', () => {
  for (const fit of golden('dpg_ml_grid').fits) {
    const y: number[] = fit.series === 'coal' ? series.coal_annual : series.van_killed;
    const exposure = y.map(() => 1);
    for (const [i, halfLife] of fit.grid_halflife.entries()) {
      for (const [j, n0] of fit.grid_n0.entries()) {
        const filtered = dpgFilter(y, exposure, { delta: 2 ** (-1 / halfLife), n0, mu0: fit.mu0, phi: 1 });
        close(
          predictiveLog(y, exposure, filtered, 1).reduce((sum, score) => sum + score, 0),
          fit.logLik_table[i][j],
          0,
          1e-8,
        );
      }
    }
  }
});

for (const c of golden('bayes_changepoints_poisson_gamma').cases)
  describe(`change points: ${c.name}`, () => {
    test('evidence, boundary probabilities and rates', () => {
      const found = changePoints(c.y, c.E, { a0: c.a0, b0: c.b0, pi: c.pi });
      close(found.logEvidence, c.log_evidence, 0, 1e-8);
      for (const [k, p] of c.change_prob.entries()) close(found.probability[k] ?? 0, p, 0, 1e-9);
      for (const [t, rate] of c.post_mean_rate.entries()) close(found.rate[t] ?? 0, rate, 0, 1e-9);
    });
  });

test('PELT finds the same change points', () => {
  for (const c of golden('pelt_poisson').cases) expect(pelt(c.y, c['pen.value'], c.minseglen)).toEqual(c.cpts);
});

test('Krippendorff’s alpha', () => {
  for (const { units, alpha } of golden('krippendorff_alpha').cases) {
    for (const scale of ['nominal', 'ordinal', 'interval'] as const)
      close(krippendorffAlpha(units, scale) ?? NaN, alpha[scale], 0, 1e-12);
  }
  expect(
    krippendorffAlpha(
      [
        [1, 1],
        [1, 1],
      ],
      'nominal',
    ),
  ).toBeNull();
});

test('special functions', () => {
  const g = golden('special_functions');
  for (const [i, x] of g.lgamma.x.entries()) close(logGamma(x), g.lgamma.y[i], 1e-10, 1e-12);
  for (const [i, p] of g.pgamma.p.entries()) close(gammaCdf(g.pgamma.x[i], g.pgamma.shape[i]), p, 1e-10, 1e-12);
  for (const [i, q] of g.qgamma.q.entries()) close(gammaQuantile(g.qgamma.p[i], g.qgamma.shape[i]), q, 1e-9, 1e-290);
  for (const [i, p] of g.pbeta.p.entries()) close(betaCdf(g.pbeta.x[i], g.pbeta.a[i], g.pbeta.b[i]), p, 1e-10, 1e-12);
  for (const [i, q] of g.qbeta.q.entries())
    close(betaQuantile(g.qbeta.p[i], g.qbeta.a[i], g.qbeta.b[i]), q, 1e-9, 1e-300);
  for (const [i, log] of g.nbinom.logpmf.entries())
    close(negativeBinomialLog(g.nbinom.y[i], g.nbinom.size[i], g.nbinom.mu[i]), log, 1e-9, 1e-9);
});

for (const reference of golden('cohen_kappa').cases) {
  test(`Cohen’s κ: ${reference.name}`, () => {
    // The file ranked its codes as text, −1 before −2; weighted κ depends on the order, so the comparison gives it.
    const asText = [-1, -2, 0, 1, 2];
    for (const weights of ['unweighted', 'equal', 'squared'] as const)
      close(cohenKappa(reference.ratings, weights, asText) ?? NaN, reference.kappa[weights], 0, 1e-12);
    // In the order of the scale two of the disagreements lie nearer, so agreement is higher.
    expect(cohenKappa(reference.ratings, 'squared')).toBeGreaterThan(reference.kappa.squared);
    expect(cohenKappa(reference.ratings)).toBeCloseTo(reference.kappa.unweighted, 12);
  });
}

test('the interval of α holds α, is the same each time, and is refused where nothing varies', () => {
  const { ratings } = golden('cohen_kappa').cases[0];
  const alpha = krippendorffAlpha(ratings, 'ordinal') ?? NaN;
  const interval = alphaInterval(ratings, 'ordinal');
  expect(interval?.[0]).toBeLessThan(alpha);
  expect(interval?.[1]).toBeGreaterThan(alpha);
  expect(alphaInterval(ratings, 'ordinal')).toEqual(interval);
  expect(
    alphaInterval(
      [
        [1, 1],
        [1, 1],
      ],
      'ordinal',
    ),
  ).toBeNull();
});
