import type { Day, Span } from '#lib/format/days.ts';
import { type Tick, timeScale, timeTicks } from './time-axis.ts';
import type { VerdictShape } from './verdicts.ts';

/** How a commitment can stand, most kept first. */
export const STANDINGS = ['fulfilled', 'partly-fulfilled', 'pending', 'disputed', 'violated', 'lapsed'] as const;
export type StandingCode = (typeof STANDINGS)[number];

const RING = 'M1.8,8a6.2,6.2,0,1,0,12.4,0a6.2,6.2,0,1,0,-12.4,0';

/** One shape per standing in a 16 × 16 box: a disc fills as a commitment is kept; the shape carries the meaning, the colour seconds it. */
export const STANDING_SHAPES: Readonly<Record<StandingCode, VerdictShape>> = {
  fulfilled: { colour: 'v-s', filled: 'M1,8a7,7,0,1,0,14,0a7,7,0,1,0,-14,0', cut: 'M4.6,8.3l2.3,2.3l4.5,-4.8' },
  'partly-fulfilled': { colour: 'v-q', stroked: RING, filled: 'M8,2.6a5.4,5.4,0,0,0,0,10.8z' },
  pending: { colour: 'v-i', stroked: RING },
  disputed: { colour: 'v-c', filled: 'M7,1.5v13L0.8,8zM9,1.5v13L15.2,8z' },
  violated: {
    colour: 'v-n',
    filled:
      'M2.9,1.4h10.2a1.5,1.5,0,0,1,1.5,1.5v10.2a1.5,1.5,0,0,1,-1.5,1.5h-10.2a1.5,1.5,0,0,1,-1.5,-1.5v-10.2a1.5,1.5,0,0,1,1.5,-1.5z',
    cut: 'M5,5l6,6M11,5l-6,6',
  },
  lapsed: { colour: 'v-x', stroked: 'M5.4,3.6h5.2a4.4,4.4,0,0,1,0,8.8h-5.2a4.4,4.4,0,0,1,0,-8.8zM4.5,8h7' },
};

/** One commitment along time: its words, and every entry on how it stood. */
export interface StandingRow {
  readonly n: number;
  readonly text: string;
  /** Language of the text where it is not the page's. */
  readonly lang: string | undefined;
  /** How it stood on the day asked, in a word. */
  readonly now: string;
  readonly entries: readonly { readonly day: Day; readonly status: StandingCode; readonly title: string }[];
}

interface Segment {
  readonly x: number;
  readonly x2: number;
  readonly status: StandingCode;
  readonly title: string;
  /** Whether it begins after the day asked. */
  readonly later: boolean;
}

export interface StandingsChart {
  readonly width: number;
  readonly height: number;
  readonly foot: number;
  readonly ticks: readonly Tick[];
  /** Where the day asked stands, and which side of it has room for its label. */
  readonly at: { readonly x: number; readonly anchor: 'start' | 'middle' | 'end' };
  readonly rows: readonly {
    readonly n: number;
    readonly text: string;
    readonly lang: string | undefined;
    readonly now: string;
    readonly y: number;
    readonly segments: readonly Segment[];
    readonly marks: readonly Segment[];
  }[];
}

const HEAD = 22;
const ROW = 50;
/** Marks closer than this would cover each other; the later one is drawn. */
const APART = 15;

/** Commitments in rows on one time axis: a strip per commitment, drawn by how it stood, with a mark where that changed. */
export function standingsChart(
  rows: readonly StandingRow[],
  span: Span,
  at: Day,
  width: number,
  monthName: (month: string) => string,
): StandingsChart {
  const x = timeScale(span, 8, width - 8);
  const foot = HEAD + rows.length * ROW;
  const atX = x(Math.min(Math.max(at, span.from), span.to));
  return {
    width,
    height: foot + 24,
    foot,
    ticks: timeTicks(span, x, monthName),
    at: { x: atX, anchor: atX < 70 ? 'start' : atX > width - 70 ? 'end' : 'middle' },
    rows: rows.map(({ n, text, lang, now, entries }, i) => {
      const segments = segmentsOf(entries, span, x, at);
      return {
        n,
        text: shorten(text, width, now),
        lang,
        now,
        y: HEAD + i * ROW + 36,
        segments,
        marks: marksOf(segments),
      };
    }),
  };
}

function segmentsOf(entries: StandingRow['entries'], span: Span, x: (day: Day) => number, at: Day): Segment[] {
  const ends = entries.map((_entry, i) => entries[i + 1]?.day ?? span.to);
  const cut = entries.flatMap((entry, i): Segment[] => {
    const [from, to] = [entry.day, ends[i] ?? span.to];
    const piece = (start: Day, end: Day, later: boolean): Segment => ({
      x: x(start),
      x2: x(end),
      status: entry.status,
      title: entry.title,
      later,
    });
    if (from > at) return [piece(from, to, true)];
    return to > at ? [piece(from, at, false), piece(at, to, true)] : [piece(from, to, false)];
  });
  return cut.filter((segment) => segment.x2 > segment.x);
}

/** A mark where the status changed; of several too close to be told apart, the last. */
function marksOf(segments: readonly Segment[]): Segment[] {
  const changes = segments.filter((segment, i) => segments[i - 1]?.status !== segment.status);
  return changes.filter((segment, i) => (changes[i + 1]?.x ?? Infinity) - segment.x >= APART);
}

/** As much of the text as the line holds beside the word on the right; a wide character takes the room of two. */
function shorten(text: string, width: number, now: string): string {
  const room = Math.floor((width - 24) / 6.6) - lengthOf(now) - 3;
  if (lengthOf(text) <= room) return text;
  let used = 0;
  let end = 0;
  for (const letter of text) {
    used += lengthOf(letter);
    if (used > room - 1) break;
    end += letter.length;
  }
  return `${text.slice(0, end).replace(/[\s,;:.]+\S{0,3}$/, '')}…`;
}

const lengthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > 'ᄀ' ? 2 : 1), 0);
