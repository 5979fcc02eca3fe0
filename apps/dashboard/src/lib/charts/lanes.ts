import { monthEnd, monthOf, monthsBetween, monthStart, type Span } from '#lib/format/days.ts';
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

/** A month, a quarter or a year: first and last month, and where it is drawn. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly x: number;
  readonly width: number;
}

/** Where marks would cover one another: how many events a lane has in one period, by its place among the periods. */
export interface LaneColumn {
  readonly lane: MainActor;
  readonly i: number;
  readonly n: number;
  readonly y: number;
  readonly height: number;
}

export interface LanesChart {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly lanes: readonly { readonly actor: MainActor; readonly y: number }[];
  readonly ticks: readonly Tick[];
  readonly marks: readonly LaneMark[];
  /** Instead of marks, where there are more than `MARKS_AT_MOST`. */
  readonly columns: readonly LaneColumn[];
  readonly periods: readonly Period[];
  /** Glyphs where marks have room, plain shapes where they do not. */
  readonly dense: boolean;
}

/** More marks than this are a blur and a heavy page; counts by column say more. */
export const MARKS_AT_MOST = 400;
/** The least width of such a column, in units of the drawing. */
const COLUMN = 12;

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
  const present = new Set(events.flatMap((event) => event.actors.map(({ id }) => laneOf(id))));
  const used = MAIN_ACTORS.filter((actor) => present.has(actor));
  const lanes = used.map((actor, i) => ({ actor, y: TOP + LANE * (i + 0.5) }));
  const yOf = new Map(lanes.map(({ actor, y }) => [actor, y]));
  const right = width - 16;
  const scale = timeScale({ from: span.from - 3, to: span.to + 3 }, LEFT, right);
  const crowded = events.length > MARKS_AT_MOST;
  const periods = crowded ? periodsOf(span, { left: LEFT, right }) : [];
  const clamp = (day: number) => Math.min(right, Math.max(LEFT, scale(day)));
  return {
    width,
    height: TOP + LANE * lanes.length + 30,
    left: LEFT,
    right,
    lanes,
    ticks: timeTicks(span, scale, monthName),
    dense: events.length > (right - LEFT) / 14,
    periods,
    columns: crowded ? columnsOf(events, periods, yOf) : [],
    marks: (crowded ? [] : events).flatMap((event) => {
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

/** Months where a column of one has room, else quarters, else years. */
function periodsOf(span: Span, { left, right }: { left: number; right: number }): Period[] {
  const months = monthsBetween(span.from, span.to);
  const step = [1, 3].find((n) => ((right - left) / months.length) * n >= COLUMN) ?? 12;
  const starts = months.filter((month, i) => i === 0 || (Number(month.slice(5)) - 1) % step === 0);
  const scale = timeScale({ from: monthStart(months[0] ?? ''), to: monthEnd(months.at(-1) ?? '') }, left, right);
  return starts.map((from, i) => {
    const next = starts[i + 1];
    const to = next === undefined ? (months.at(-1) ?? from) : monthOf(monthStart(next) - 1);
    const x = scale(monthStart(from));
    return { from, to, x, width: round(Math.max(2, scale(monthEnd(to)) - x - 1)) };
  });
}

/** Counts per lane and period; an event is counted where it begins. Linear in events, bounded in marks. */
function columnsOf(
  events: readonly LaneEvent[],
  periods: readonly Period[],
  yOf: ReadonlyMap<MainActor, number>,
): LaneColumn[] {
  const last = periods.length - 1;
  const periodOf = new Map(periods.flatMap(({ from, to }, i) => months(from, to).map((month) => [month, i])));
  const counts = new Map<string, { lane: MainActor; i: number; n: number }>();
  for (const event of events) {
    const month = monthOf(event.span.from);
    const i = periodOf.get(month) ?? (month < (periods[0]?.from ?? '') ? 0 : last);
    for (const lane of new Set(event.actors.map(({ id }) => laneOf(id)))) {
      if (lane === null) continue;
      const key = `${lane} ${i}`;
      const known = counts.get(key);
      if (known) known.n++;
      else counts.set(key, { lane, i, n: 1 });
    }
  }
  const most = Math.max(1, ...[...counts.values()].map(({ n }) => n));
  return [...counts.values()]
    .sort((a, b) => a.i - b.i || (yOf.get(a.lane) ?? 0) - (yOf.get(b.lane) ?? 0))
    .map(({ lane, i, n }) => {
      // Area grows with the count: height by its root, so that one event is seen beside a hundred.
      const height = round(Math.max(3, (LANE - 10) * Math.sqrt(n / most)));
      return { lane, i, n, y: round((yOf.get(lane) ?? 0) - height / 2), height };
    });
}

const months = (from: string, to: string) => monthsBetween(monthStart(from), monthStart(to));

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
