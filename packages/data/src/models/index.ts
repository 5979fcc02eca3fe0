/**
 * Models that explain themselves. Pure functions over the published record: no network, no clock, no randomness, and no constant
 * that belongs to a country.
 */
export { answering, type AnsweringRow } from './answering.ts';
export { averageDpg, type Component } from './average.ts';
export { type ChangePoints, changePoints, pelt, type TurningPoint, turningPoints } from './change-points.ts';
export { type DeclaredStance, declaredAt, convergence, distance, STALE_AFTER, statements, widest } from './declared.ts';
export {
  dialogueWindow,
  type Estimate,
  exceedance,
  quadrants,
  type Rate,
  rateEstimate,
  six,
  tone,
  volume,
} from './derived.ts';
export { DAILY_DISCOUNTS, dailyDiscount, HALF_LIVES } from './discounts.ts';
export {
  changeVariance,
  dpgFilter,
  type DpgParameters,
  dpgSmooth,
  dpgWeights,
  type Filtered,
  type Smoothed,
} from './dpg.ts';
export { DEFAULTS } from './defaults.ts';
export { type EvidenceFilter, type EvidenceSource, seenStances, supported } from './evidence.ts';
export { predictiveLog } from './fit.ts';
export {
  binned,
  type Contribution,
  type Dimension,
  DIMENSIONS,
  explainChange,
  explainLevel,
  fitRelation,
  levelAt,
  PER,
  type Relation,
  type RelationEvent,
  type RelationRequest,
  type RelationSource,
  type Share,
  type Weighting,
  WEIGHTINGS,
} from './relation.ts';
export { alphaInterval, cohenKappa, krippendorffAlpha } from './reliability.ts';
export { type DatedTurn, turnsOf } from './turning.ts';
export { type Hawkes, hawkesLogLikelihood, hawkesStep } from './hawkes.ts';
export { fitDrift, fitLocalLevel, type Filtering, kalmanFilter, kalmanSmooth, type LocalLevel } from './kalman.ts';
export {
  type Answering,
  answersTo,
  beforeAfter,
  detectableRatio,
  type Ratio,
  rateRatio,
  WINDOWS,
  windowsAfter,
} from './responses.ts';
export {
  coverage,
  crps,
  logScore,
  type NegativeBinomial,
  negativeBinomialCdf,
  normalCrps,
  normalLogScore,
  pitHistogram,
} from './scores.ts';
export {
  type ChangeExplanation,
  type Explanation,
  explainRelation,
  explainRelationChange,
  type LevelSeries,
  type Point,
  relationSeries,
} from './series.ts';
export { LEAST_CODINGS, type SmoothedPoint, smoothStance } from './smoothed.ts';
export { type Momentum, type RelationState, relationState } from './state.ts';
