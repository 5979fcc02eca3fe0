import type { RelationRequest } from './relation.ts';

/**
 * What a relation is fitted with unless a reader says otherwise. Half-life and background are the best of the grid in the model card
 * by the pooled log score of one-month-ahead forecasts (30-day bins, seven pairs, both dimensions) on the core window; a test fits them again and fails when another choice becomes clearly better. φ is the pooled
 * Σx² / Σx of the daily weights.
 */
export const DEFAULTS: Pick<RelationRequest, 'halfLife' | 'n0' | 'phi' | 'weighting'> = {
  halfLife: 45,
  n0: 30,
  phi: 2.6,
  weighting: 'linear',
};

/** The grid the defaults were chosen from. */
export const GRID = { halfLife: [15, 30, 45, 60, 90, 120, 180, 270, 365], n0: [10, 30, 60, 90] } as const;
