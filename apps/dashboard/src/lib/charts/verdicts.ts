import type { Verdict } from '@peninsula/data/schema';

/** One shape per verdict in a 16 × 16 box: the shape carries the meaning, the colour seconds it. */
export interface VerdictShape {
  /** Class of base.css that holds the colour. */
  readonly colour: string;
  readonly filled?: string;
  readonly stroked?: string;
  readonly dashed?: string;
  /** Drawn in the colour of the ground over `filled`. */
  readonly cut?: string;
}

const RING = 'M1.8,8a6.2,6.2,0,1,0,12.4,0a6.2,6.2,0,1,0,-12.4,0';
const DISC = 'M1,8a7,7,0,1,0,14,0a7,7,0,1,0,-14,0';

export const VERDICT_SHAPES: Readonly<Record<Verdict, VerdictShape>> = {
  supported: { colour: 'v-s', filled: DISC, cut: 'M4.6,8.3l2.3,2.3l4.5,-4.8' },
  'supported-with-qualification': { colour: 'v-q', stroked: `${RING}M4.9,8.2l2.1,2.2l4.1,-4.4` },
  'definition-dependent': { colour: 'v-d', stroked: 'M8,0.8L15.2,8L8,15.2L0.8,8z', filled: 'M8,1v14L1,8z' },
  contested: { colour: 'v-c', filled: 'M7,1.5v13L0.8,8zM9,1.5v13L15.2,8z' },
  'not-supported': {
    colour: 'v-n',
    filled:
      'M2.9,1.4h10.2a1.5,1.5,0,0,1,1.5,1.5v10.2a1.5,1.5,0,0,1,-1.5,1.5h-10.2a1.5,1.5,0,0,1,-1.5,-1.5v-10.2a1.5,1.5,0,0,1,1.5,-1.5z',
    cut: 'M5,5l6,6M11,5l-6,6',
  },
  'insufficient-evidence': { colour: 'v-i', dashed: RING, filled: 'M6.4,8a1.6,1.6,0,1,0,3.2,0a1.6,1.6,0,1,0,-3.2,0' },
  'not-checkable': { colour: 'v-x', stroked: 'M5.4,3.6h5.2a4.4,4.4,0,0,1,0,8.8h-5.2a4.4,4.4,0,0,1,0,-8.8zM4.5,8h7' },
};
