import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changePoints, pelt } from './change-points.ts';
import { exceedance, tone, volume } from './derived.ts';
import { changeVariance, dpgFilter, dpgSmooth, dpgWeights } from './dpg.ts';
import { predictiveLog } from './fit.ts';
import { hawkesLogLikelihood, hawkesStep } from './hawkes.ts';
import { fitLocalLevel, kalmanFilter, kalmanSmooth, type LocalLevel } from './kalman.ts';
import { alphaInterval, cohenKappa, krippendorffAlpha } from './reliability.ts';
import { beforeAfter, rateRatio, windowsAfter } from './responses.ts';
import { crps, logScore, normalCrps, normalLogScore, pitHistogram } from './scores.ts';
import { averageDpg } from './average.ts';
import { betaCdf, betaQuantile } from './special/beta.ts';
import { gammaCdf, gammaQuantile, logGamma, negativeBinomialLog } from './special/gamma.ts';

/* Reference numbers computed once with R and Python; test/golden holds the files with their origin. */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shapes are those of the files
type Loose = any;
const golden = (name: string): Loose =>
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

describe('attribution of dated events, some of them imprecise', () => {
  const { events, cases } = golden('dpg_events_attribution');
  for (const reference of cases) {
    for (const [dimension, wanted] of Object.entries<Loose>(reference.dims)) {
      test(dimension, () => {
        const t0 = Date.parse(reference.t0) / 86_400_000;
        const dayOf = (iso: string) => Date.parse(iso) / 86_400_000 - t0;
        const y = new Array<number>(reference.T).fill(0);
        const parts = events.map((event: Loose) => {
          const [from, to] = [dayOf(event.start), dayOf(event.end)];
          const share = (event.w * event.q * event[dimension]) / (to - from + 1);
          for (let day = from; day <= to; day++) y[day] = (y[day] ?? 0) + share;
          return { id: event.id as string, from, to, share };
        });
        y.forEach((value, t) => close(value, wanted.y[t], 0, 1e-15));
        const filtered = dpgFilter(
          y,
          y.map(() => 1),
          { delta: 2 ** (-1 / reference.halflife_days), n0: reference.n0_days, mu0: reference.mu0, phi: reference.phi },
        );
        const { mean, variance } = dpgSmooth(filtered);
        wanted.smoothed_mean.forEach((value: number, t: number) => close(mean[t] ?? NaN, value, 0, 1e-12));
        wanted.smoothed_var.forEach((value: number, t: number) => close(variance[t] ?? NaN, value, 0, 1e-12));
        for (const [at, contributions] of Object.entries<Loose>(wanted.contrib_at)) {
          const weights = dpgWeights(filtered, Number(at), reference.phi);
          let told = 0;
          for (const { id, from, to, share } of parts) {
            let sum = 0;
            for (let day = from; day <= to; day++) sum += (weights[day] ?? 0) * share;
            close(sum, contributions[id], 0, 1e-12);
            told += sum;
          }
          close((mean[Number(at)] ?? NaN) - told, contributions.baseline, 0, 1e-12);
        }
      });
    }
  }
});

for (const reference of golden('dpg_bma').cases) {
  test(`model average: ${reference.name}`, () => {
    const averaged = averageDpg(
      reference.y,
      reference.y.map(() => 1),
      reference.components.map((one: Loose) => ({ delta: 2 ** (-1 / one.halflife), n0: one.n0 })),
      { mu0: reference.mu0, phi: 1 },
    );
    reference.components.forEach((one: Loose, i: number) => {
      close(averaged.scores[i] ?? NaN, one.logLik, 0, 1e-8);
      close(averaged.weights[i] ?? NaN, one.weight, 0, 1e-9);
    });
    reference.smoothed_mean.forEach((value: number, t: number) => {
      close(averaged.mean[t] ?? NaN, value, 1e-9);
      close(averaged.variance[t] ?? NaN, reference.smoothed_var[t], 1e-9);
      close(averaged.low[t] ?? NaN, reference.q05[t], 1e-8);
      close(averaged.high[t] ?? NaN, reference.q95[t], 1e-8);
    });
  });
}

describe('Kalman filter and smoother', () => {
  const matches = (model: LocalLevel, wanted: Loose) => {
    const filtered = kalmanFilter(model);
    const smoothed = kalmanSmooth(filtered);
    close(filtered.logLikelihood, wanted.logLik, 1e-9);
    wanted.att.forEach((value: number, t: number) => {
      close(filtered.mean[t] ?? NaN, value, 1e-9);
      close(filtered.variance[t] ?? NaN, wanted.Ptt_diag[t], 1e-9);
      close(filtered.predicted[t] ?? NaN, wanted.a_pred[t], 1e-9);
      close(filtered.predictedVariance[t] ?? NaN, wanted.P_pred_diag[t], 1e-9);
      close(smoothed.mean[t] ?? NaN, wanted.alphahat[t], 1e-9);
      close(smoothed.variance[t] ?? NaN, wanted.V_diag[t], 1e-9);
    });
  };

  for (const { name, t, y, R, q, m0, P0, result } of golden('kalman_irregular_known_R').cases) {
    test(`irregular times, known variance: ${name}`, () => {
      matches({ y, variance: R, times: t, drift: q, prior: { mean: m0, variance: P0 } }, result);
    });
  }

  for (const { name, y, fixed, ml } of golden('kalman_local_level').cases) {
    test(`diffuse start: ${name}`, () => {
      const model = (noise: number, drift: number) => ({ y, variance: y.map(() => noise), drift });
      if (fixed) matches(model(fixed.H, fixed.Q), fixed.result);
      const fitted = fitLocalLevel(y);
      // Near the border the optimum is flat: the likelihood is held to the reference, the variances only where it is not.
      expect(fitted.logLikelihood).toBeGreaterThan(ml.logLik - 1e-5);
      if (ml.H > 1e-3 * ml.Q) {
        close(fitted.noise, ml.H, 1e-3);
        close(fitted.drift, ml.Q, 1e-3);
      }
    });
  }

  for (const { name, y, H, Q, smoother_weights, filter_weights } of golden('kalman_smoother_weights').cases) {
    test(`weights of each observation: ${name}`, () => {
      const run = (data: number[]) => kalmanFilter({ y: data, variance: data.map(() => H), drift: Q });
      y.forEach((_value: number, s: number) => {
        const impulse = y.map((_other: number, i: number) => (i === s ? 1 : 0));
        const filtered = run(impulse);
        const smoothed = kalmanSmooth(filtered).mean;
        y.forEach((_row: number, t: number) => {
          close(smoothed[t] ?? NaN, smoother_weights[t][s], 0, 1e-9);
          close(filtered.mean[t] ?? NaN, filter_weights[t][s], 0, 1e-9);
        });
      });
    });
  }
});

test('PIT histogram and mean log score', () => {
  for (const { y, size, prob, pit_heights_10, log_score_mean } of golden('pit_nbinom').cases) {
    const forecasts = size.map((r: number, i: number) => ({ size: r, prob: prob[i] }));
    pitHistogram(y, forecasts).forEach((height, i) => close(height, pit_heights_10[i], 0, 1e-8));
    const scores: number[] = y.map((count: number, i: number) => logScore(count, forecasts[i]));
    close(scores.reduce((sum, score) => sum + score, 0) / y.length, log_score_mean, 0, 1e-8);
  }
});

test('log score and CRPS of negative binomial and normal forecasts', () => {
  const [counts, normal] = golden('scores').cases;
  counts.y.forEach((y: number, i: number) => {
    const forecast = { size: counts.size[i], prob: counts.prob[i] };
    close(logScore(y, forecast), counts.logs[i], 0, 1e-9);
    close(crps(y, forecast), counts.crps[i], 0, 1e-9);
  });
  normal.y.forEach((y: number, i: number) => {
    close(normalLogScore(y, normal.mean[i], normal.sd[i]), normal.logs[i], 0, 1e-9);
    close(normalCrps(y, normal.mean[i], normal.sd[i]), normal.crps[i], 0, 1e-9);
  });
});

test('responses: observed over expected, and before against after', () => {
  for (const reference of golden('response_oe').cases) {
    const inside = windowsAfter(reference.A, reference.W, reference.T + 1);
    const observed = reference.B.filter((day: number) => inside[day] === 1).length;
    const expected = inside.reduce((sum, mark) => sum + mark, 0) * reference.baseline_daily_rate;
    expect(observed).toBe(reference.O);
    close(expected, reference.E, 1e-12);
    const ratio = rateRatio(observed, expected);
    close(ratio.mean, reference.rate_ratio.mean, 1e-12);
    close(ratio.low, reference.rate_ratio.q05, 1e-8);
    close(ratio.median, reference.rate_ratio.q50, 1e-8);
    close(ratio.high, reference.rate_ratio.q95, 1e-8);
    close(ratio.above, reference.rate_ratio.prob_gt_1, 1e-8);
    const { before, after, p } = beforeAfter(reference.A, reference.B, reference.W, reference.T);
    expect([before, after]).toEqual([reference.pre, reference.post]);
    close(p, reference.binom_p_one_sided, 1e-8);
  }
});

test('Hawkes: likelihood and EM', () => {
  for (const reference of golden('hawkes_exponential').cases) {
    const start = { mu: reference.mu, alpha: reference.alpha, beta: reference.beta };
    close(hawkesLogLikelihood(reference.times, reference.T, start), reference.logLik, 0, 1e-8);
    let model = hawkesStep(reference.times, reference.T, start);
    const same = (wanted: Loose) => {
      wanted.mu.forEach((value: number, d: number) => close(model.mu[d] ?? NaN, value, 0, 1e-9));
      wanted.alpha.forEach((row: number[], d: number) => {
        row.forEach((value, e) => close(model.alpha[d]?.[e] ?? NaN, value, 0, 1e-9));
      });
    };
    same(reference.em_after_1);
    for (let step = 1; step < 400; step++) model = hawkesStep(reference.times, reference.T, model);
    same(reference.em_after_400);
    close(hawkesLogLikelihood(reference.times, reference.T, model), reference.em_after_400.logLik, 0, 1e-8);
  }
});

test('PELT with the cost of a normal mean', () => {
  for (const { y, scaled_by_sd, 'pen.value': penalty, cpts } of golden('pelt_normal_mean').cases) {
    const scaled = y.map((value: number) => value / scaled_by_sd);
    expect(pelt(scaled, penalty, 1, 'normal')).toEqual([cpts].flat());
  }
});
