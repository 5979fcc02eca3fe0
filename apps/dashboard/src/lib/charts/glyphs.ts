/** One stroked glyph per event family, in a 16 × 16 box around the origin. */
export const FAMILY_GLYPHS: Readonly<Record<string, string>> = {
  contact: 'M-6.2,0a2.6,2.6,0,1,0,5.2,0a2.6,2.6,0,1,0,-5.2,0M1,0a2.6,2.6,0,1,0,5.2,0a2.6,2.6,0,1,0,-5.2,0',
  commitment: 'M-5,0.5L-1.5,4.5L5.5,-4.5',
  position: 'M-6,-4.5h12v7h-6l-3.5,3v-3h-2.5z',
  council: 'M-6,-4h12M-6,0h12M-6,4h12',
  sanctions: 'M-4.5,-4.5L4.5,4.5M4.5,-4.5L-4.5,4.5',
  weapons: 'M0,6V-6M-4,-1.5L0,-6L4,-1.5',
  military: 'M-5.5,0L0,-5L5.5,0M-5.5,5L0,0L5.5,5',
  people: 'M-2.4,-3.4a2.4,2.4,0,1,0,4.8,0a2.4,2.4,0,1,0,-4.8,0M-5,6c0,-4,2,-5,5,-5s5,1,5,5',
  economy: 'M-5.5,-4.5h11v9h-11zM-5.5,0h11',
  relations: 'M-6.5,0h4.5M2,0h4.5M-2,-3.5v7M2,-3.5v7',
  context: 'M-4.5,6v-11.5h9l-2.5,3l2.5,3h-9',
};

export const glyphOf = (family: string): string => FAMILY_GLYPHS[family] ?? '';
