import type { Span } from '#lib/format/days.ts';
import { laneOf, MAIN_ACTORS, type MainActor, round } from './actors.ts';
import { type Tick, timeScale, timeTicks } from './time-axis.ts';

/** One event as the lanes chart draws it. */
export interface LaneEvent {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly family: string;
  readonly span: Span;
  /** The date is known only roughly: drawn as an open bar over its span. */
  readonly rough: boolean;
  readonly actors: readonly { readonly id: string; readonly acting: boolean }[];
}

export interface LaneMark {
  readonly event: LaneEvent;
  readonly x: number;
  /** Right end of an open bar; null for a mark. */
  readonly x2: number | null;
  readonly top: number;
  readonly bottom: number;
  readonly dots: readonly { readonly lane: MainActor; readonly y: number; readonly acting: boolean }[];
}

export interface LanesChart {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly lanes: readonly { readonly actor: MainActor; readonly y: number }[];
  readonly ticks: readonly Tick[];
  readonly marks: readonly LaneMark[];
  /** Glyphs where marks have room, plain shapes where they do not. */
  readonly dense: boolean;
}

const LANE = 38;
const TOP = 14;
const LEFT = 132;

/** Places events in one lane per actor over a span of days. Linear in events. */
export function lanesChart(
  events: readonly LaneEvent[],
  span: Span,
  width: number,
  monthName: (month: string) => string,
): LanesChart {
  const used = MAIN_ACTORS.filter((actor) =>
    events.some((event) => event.actors.some(({ id }) => laneOf(id) === actor)),
  );
  const lanes = used.map((actor, i) => ({ actor, y: TOP + LANE * (i + 0.5) }));
  const yOf = new Map(lanes.map(({ actor, y }) => [actor, y]));
  const right = width - 16;
  const scale = timeScale({ from: span.from - 3, to: span.to + 3 }, LEFT, right);
  const clamp = (day: number) => Math.min(right, Math.max(LEFT, scale(day)));
  return {
    width,
    height: TOP + LANE * lanes.length + 30,
    left: LEFT,
    right,
    lanes,
    ticks: timeTicks(span, scale, monthName),
    dense: events.length > (right - LEFT) / 14,
    marks: events.flatMap((event) => {
      const dots = dotsOf(event, yOf);
      const first = dots[0];
      const last = dots.at(-1);
      if (!first || !last) return [];
      return [
        {
          event,
          x: clamp(event.span.from),
          x2: event.rough ? clamp(event.span.to + 1) : null,
          top: first.y,
          bottom: last.y,
          dots,
        },
      ];
    }),
  };
}

/** One dot per lane, acting if any of the lane's actors acted; top lane first. */
function dotsOf(
  event: LaneEvent,
  yOf: ReadonlyMap<MainActor, number>,
): { lane: MainActor; y: number; acting: boolean }[] {
  const acting = new Map<MainActor, boolean>();
  for (const actor of event.actors) {
    const lane = laneOf(actor.id);
    if (lane !== null) acting.set(lane, (acting.get(lane) ?? false) || actor.acting);
  }
  return [...acting]
    .map(([lane, acts]) => ({ lane, y: round(yOf.get(lane) ?? 0), acting: acts }))
    .sort((a, b) => a.y - b.y);
}
