/** A rectangle that text or a mark takes up. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

const LINE = 15;

/** Width of a label at 13 px, near enough to keep labels apart: wide scripts take a full square. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 13 : 6.7), 0);
}

/** Keeps what marks and texts take up, and gives a text the first free spot of those tried. */
export class LabelSpace {
  readonly #marks: Box[] = [];
  readonly #texts: Box[] = [];
  readonly #width: number;
  readonly #height: number;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  mark(box: Box): void {
    this.#marks.push(box);
  }

  text(box: Box): void {
    this.#texts.push(box);
  }

  /** The first spot where the text leaves the window nowhere and meets nothing; `over` allows marks beneath it, never text. */
  place(text: string, spots: readonly Omit<MapLabel, 'text'>[], own?: Box, over = false): MapLabel | null {
    const wide = textWidth(text);
    for (const { x, y, anchor } of spots) {
      const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
      const box = { x: left, y: y - 11, width: wide, height: LINE };
      if (left < 2 || left + wide > this.#width - 2 || box.y < 2 || box.y + LINE > this.#height - 2) continue;
      if (this.#texts.some((other) => meets(box, other))) continue;
      if (!over && this.#marks.some((other) => other !== own && meets(box, other))) continue;
      this.text(box);
      return { text, x: round(x), y: round(y), anchor };
    }
    return null;
  }
}

/** Right, left, below, above of a mark, as a reader looks. */
export function spotsAround(x: number, y: number, reach: number): Omit<MapLabel, 'text'>[] {
  const off = reach + 4;
  return [
    { x: x + off, y: y + 4.5, anchor: 'start' },
    { x: x - off, y: y + 4.5, anchor: 'end' },
    { x, y: y + off + 10, anchor: 'middle' },
    { x, y: y - off, anchor: 'middle' },
    { x: x + off * 0.8, y: y + off * 0.8 + 8, anchor: 'start' },
    { x: x + off * 0.8, y: y - off * 0.8, anchor: 'start' },
    { x: x - off * 0.8, y: y + off * 0.8 + 8, anchor: 'end' },
    { x: x - off * 0.8, y: y - off * 0.8, anchor: 'end' },
  ];
}

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const round = (n: number): number => Math.round(n * 10) / 10;
