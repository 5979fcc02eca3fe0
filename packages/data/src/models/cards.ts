import { DEFAULTS } from './defaults.ts';

/** A model as data: what it is for, what it computes, and what it cannot tell. */
export interface ModelCard {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly inputs: string;
  readonly equations: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly meaning: string }[];
  readonly references: readonly string[];
  readonly validation: readonly string[];
  readonly limits: readonly string[];
}

export const MODEL_CARDS: readonly ModelCard[] = [
  {
    id: 'dpg',
    name: 'Discounted Poisson–Gamma level',
    purpose:
      'How strongly two actors coordinated, and how strongly they were rivals, over time; and which events make each level.',
    inputs:
      'Signals of dated events between two actors: intensity 1 to 4 times the share of coordination or rivalry, spread evenly over the days an imprecise date may mean.',
    equations: [
      'y_t | λ_t ~ Poisson(E_t λ_t), over-dispersion φ',
      'predict a⁻ = δ a + (1−δ) n0 μ0, b⁻ = δ b + (1−δ) n0',
      'update a = a⁻ + y/φ, b = b⁻ + E/φ',
      'smooth m_t = δ m_{t+1} + (1−δ) a_t/b_t, V_t = δ² V_{t+1} + (1−δ) a_t/b_t²',
      'explain m_t = baseline_t + Σ_s W_{t,s} y_s, W ≥ 0',
    ],
    parameters: [
      { name: 'half-life', value: `${DEFAULTS.halfLife} days`, meaning: 'δ = 2^(−1/half-life) per day' },
      { name: 'n0', value: `${DEFAULTS.n0} days`, meaning: 'weight of the background' },
      { name: 'μ0', value: 'mean of the series', meaning: 'background rate; no actor has a number of its own' },
      { name: 'φ', value: String(DEFAULTS.phi), meaning: 'over-dispersion: widens the interval' },
      { name: 'weights', value: DEFAULTS.weighting, meaning: 'intensity as it stands; equal and doubling on offer' },
    ],
    references: [
      'Smith, R. L. & Miller, J. E. (1986). A non-Gaussian state space model and application to prediction of records. JRSS B 48.',
      'Harvey, A. C. & Fernandes, C. (1989). Time series models for count or qualitative observations. JBES 7.',
      'West, M. & Harrison, J. (1997). Bayesian Forecasting and Dynamic Models. Springer.',
    ],
    validation: [
      'Filter, smoother and attribution reproduce reference numbers bit for bit.',
      'Contributions and baseline add up to the level; leaving an event out changes it by its contribution.',
    ],
    limits: [
      'It measures what the record holds: more events recorded make a higher level.',
      'Shares of coordination and rivalry follow the type of an event unless a coder overrode them; they are single-coded.',
      'An interval covers the model’s own uncertainty, not errors of coding.',
      'On count series of this kind it ties well-tuned moving averages; what it adds is calibrated intervals and exact attribution.',
    ],
  },
  {
    id: 'change-points',
    name: 'Bayesian turning points',
    purpose: 'When a level changed for good, as an interval of dates.',
    inputs: 'Weekly weighted counts of one dimension of a pair, divided by φ and rounded.',
    equations: [
      'segments with rate ~ Gamma(1, 1/mean)',
      'P(boundary after a week) = 1/52',
      'exact forward–backward sums over all partitions',
    ],
    parameters: [{ name: 'π', value: '1/52', meaning: 'one boundary expected in a year' }],
    references: [
      'Barry, D. & Hartigan, J. A. (1992). Product partition models for change point problems. Annals of Statistics 20.',
      'Fearnhead, P. (2006). Exact and efficient Bayesian inference for multiple changepoint problems. Statistics and Computing 16.',
      'Killick, R., Fearnhead, P. & Eckley, I. A. (2012). Optimal detection of changepoints with a linear computational cost. JASA 107.',
    ],
    validation: [
      'Evidence equals enumeration of all partitions on small series; PELT gives the reference change points.',
    ],
    limits: ['The event named at a turn is the heaviest nearby, not its cause.', 'Weeks are the finest unit.'],
  },
  {
    id: 'declared',
    name: 'Declared stance',
    purpose: 'What an actor last said or did on an issue, on the issue’s own scale.',
    inputs: 'Positions coded from statements and votes, −2 to +2, as ranges with conditions.',
    equations: [
      'a step function: the last statement holds until the next',
      'distance of two actors = |midpoint − midpoint|, with the least and most their ranges allow',
    ],
    parameters: [{ name: 'stale after', value: '24 months', meaning: 'an older statement is marked stale' }],
    references: ['Krippendorff, K. (2019). Content Analysis, 4th ed., for reliability.'],
    validation: [
      'Krippendorff’s α reproduces reference numbers; on the record it is computed over the blind second coding, and measures how alike two readers place the record’s own wording on the scales.',
    ],
    limits: ['Blank is not zero.', 'A pole is a policy, not a verdict.'],
  },
  {
    id: 'responses',
    name: 'Action and reaction',
    purpose: 'Whether events of one side were followed by events of the other more often than that side acted anyway.',
    inputs:
      'Days on which each side’s events towards the other carry coordination, or rivalry; windows of 14, 30 and 60 days fixed beforehand.',
    equations: [
      'O = answers in the union of (s, s+W]; E = background rate summed over the same days',
      'background: DPG fitted with the windows uncovered, half-life and n0 as set, φ = 1',
      'rate ratio | O, E ~ Gamma(½ + O, ½ + E)',
      'p = share of histories, each initiating day moved within ±180 days, with a ratio at least as large',
    ],
    parameters: [
      { name: 'W', value: '14, 30, 60 days', meaning: 'windows' },
      { name: 'draws', value: '999', meaning: 'jittered histories, seeded' },
    ],
    references: [
      'Goldstein, J. S. & Freeman, J. R. (1990). Three-Way Street. University of Chicago Press, for reciprocity between the great powers.',
    ],
    validation: [
      'Counts, intervals and the before–after test reproduce reference numbers.',
      'On pairs of unrelated random histories p falls below 0.05 about one time in twenty.',
    ],
    limits: [
      'What follows is not thereby caused: both sides answer third events.',
      'With a few hundred events only strong answering can be seen; the detectable ratio is shown beside every result.',
    ],
  },
  {
    id: 'level-smoother',
    name: 'Smoothed stance',
    purpose: 'A smooth course through an actor’s coded positions on one issue, where there are eight or more.',
    inputs: 'Midpoints of coded ranges at their dates, each with a known variance from the width of its range.',
    equations: [
      'α(t) random walk with variance q per day; y = α + ε, Var ε = (hi − lo + 1)² / 12',
      'Kalman filter and Rauch–Tung–Striebel smoother with irregular times; q by maximum likelihood',
    ],
    parameters: [{ name: 'least', value: '8 codings', meaning: 'below that the smoother is refused' }],
    references: ['Durbin, J. & Koopman, S. J. (2012). Time Series Analysis by State Space Methods, 2nd ed. Oxford.'],
    validation: ['Filter, smoother, likelihood and weights reproduce reference numbers computed with KFAS.'],
    limits: ['The scale is ordinal and the smoother treats it as metric: read its shape, not its decimals.'],
  },
];
