/** The five-step position scale drawn as a short line: −2 at the left, +2 at the right, zero marked. */
export const stanceX = { width: 96, height: 22, pad: 8 } as const;

/** Pixels of a position from −2 to 2. */
export function stanceAt(value: number, width: number = stanceX.width): number {
  return stanceX.pad + ((value + 2) / 4) * (width - 2 * stanceX.pad);
}

export const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');

export const rangeText = (lo: number, hi: number): string => (lo === hi ? signed(lo) : `${signed(lo)} … ${signed(hi)}`);
