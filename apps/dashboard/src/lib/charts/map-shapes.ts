/** What is drawn at a place; each kind has a shape of its own. */
export const MAP_KINDS = ['launch', 'nuclear', 'meeting', 'other'] as const;
export type MapKind = (typeof MAP_KINDS)[number];

const fixed = (n: number): string => String(Math.round(n * 10) / 10);

/** A path around the origin whose area is given: triangle, diamond, circle or square. */
export function mapShape(kind: MapKind, area: number): string {
  switch (kind) {
    case 'meeting': {
      const r = Math.round(Math.sqrt(area / Math.PI) * 10) / 10;
      return `M-${r},0a${r},${r},0,1,0,${fixed(2 * r)},0a${r},${r},0,1,0,-${fixed(2 * r)},0Z`;
    }
    case 'launch': {
      const y = Math.sqrt(area / (3 * Math.sqrt(3)));
      const x = Math.sqrt(3) * y;
      return `M0,${fixed(-2 * y)}L${fixed(x)},${fixed(y)}L${fixed(-x)},${fixed(y)}Z`;
    }
    case 'nuclear': {
      const d = fixed(Math.sqrt(area / 2));
      return `M0,-${d}L${d},0L0,${d}L-${d},0Z`;
    }
    case 'other': {
      const half = fixed(Math.sqrt(area) / 2);
      return `M-${half},-${half}H${half}V${half}H-${half}Z`;
    }
  }
}

/** How far the shape reaches from its middle. */
export function mapReach(kind: MapKind, area: number): number {
  if (kind === 'meeting') return Math.sqrt(area / Math.PI);
  if (kind === 'launch') return 2 * Math.sqrt(area / (3 * Math.sqrt(3)));
  return kind === 'nuclear' ? Math.sqrt(area / 2) : Math.sqrt(area / 2);
}
