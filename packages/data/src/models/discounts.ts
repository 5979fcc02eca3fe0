/**
 * 2^(−1/h) per day for each half-life h offered, as literals: `pow` and `exp` differ in their last bits between engines, and these
 * numbers must not.
 */
export const DAILY_DISCOUNTS: Readonly<Record<number, number>> = {
  15: 0.9548416039104165,
  30: 0.9771599684342459,
  45: 0.9847147529344312,
  60: 0.9885140203528962,
  90: 0.9923279462629435,
  120: 0.9942404238175473,
  180: 0.9961565872205752,
  270: 0.9974360806902177,
  365: 0.9981027686515946,
};

export const HALF_LIVES: readonly number[] = Object.keys(DAILY_DISCOUNTS).map(Number);

/** The daily discount of a half-life in days. Throws RangeError where it is not one of those offered. */
export function dailyDiscount(halfLife: number): number {
  const delta = DAILY_DISCOUNTS[halfLife];
  if (delta === undefined)
    throw new RangeError(`${halfLife} is not a half-life on offer; use one of ${HALF_LIVES.join(', ')} days`);
  return delta;
}
