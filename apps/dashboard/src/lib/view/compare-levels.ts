import type { Lang, PeninsulaRecord } from '@peninsula/data';
import { type Dimension, type Estimate, levelAt, type Relation } from '@peninsula/data/models';
import type { CurvePoint } from '#lib/charts/curves.ts';
import { writeDate } from '#lib/format/dates.ts';
import { isoDay, spanOf } from '#lib/format/days.ts';
import { m } from '#lib/paraglide/messages.js';
import { type CompareSettings, viewName } from './compare.ts';
import { findingOf, fitPair, relationSlice, weekly } from './relation.ts';

/** Fewer events than this make no curve; the pages of pairs draw the same line. */
const LEAST = 8;
/** Below one weighted event in all, a level and its interval say nothing. */
const LEAST_WEIGHT = 1;

/** One relation, estimated from the sources of each country and from all. */
export interface LevelsView {
  readonly name: string;
  readonly title: string;
  readonly span: string;
  /** The day the levels are told for, in words, and as drawn. */
  readonly at: string;
  /** The window lies outside the days levels are estimated for: they are told for the nearest day. */
  readonly outside: boolean;
  readonly shaded: readonly [number, number] | null;
  readonly even: boolean;
  readonly panels: readonly LevelPanel[];
  /** Top of the common scale. */
  readonly most: number;
}

export interface LevelPanel {
  /** Null for all sources. */
  readonly code: string | null;
  readonly name: string;
  readonly events: number;
  /** Times what is recorded, where levels are raised to one average. */
  readonly factor: number;
  readonly finding: string;
  readonly points: readonly CurvePoint[];
  /** Levels at the day; null where these sources record next to nothing of the kind. */
  readonly shown: Readonly<Record<Dimension, Estimate | null>>;
  readonly recorded: Readonly<Record<Dimension, Estimate | null>>;
}

export function levelsView(record: PeninsulaRecord, settings: CompareSettings, lang: Lang): LevelsView {
  const [a = '', b = ''] = settings.pair.split('~');
  const slice = relationSlice(record, [a, b], lang);
  const [first, last] = [spanOf(settings.from).from, spanOf(settings.to).to];
  const day = Math.min(slice.to, Math.max(slice.from, last));
  const whole = fitPair(slice);
  const panel = (code: string | null): LevelPanel => {
    const relation = code === null ? whole : fitPair(slice, { country: code });
    const weight = weightOf(relation);
    const factor = settings.even && weight > 0 ? weightOf(whole) / weight : 1;
    const drawn = relation.events.length >= LEAST;
    const points = drawn ? fortnightly(relation).map((point) => raise(point, factor)) : [];
    const at = (dimension: Dimension, by: number) =>
      sum(relation, dimension) < LEAST_WEIGHT ? null : times(levelAt(relation, dimension, day), by);
    return {
      code,
      name: code === null ? m.compare_everyone() : viewName(record, code, lang),
      events: relation.events.length,
      factor,
      finding: drawn ? findingOf(points, lang) : m.compare_few({ n: LEAST }),
      points,
      shown: { coordination: at('coordination', factor), rivalry: at('rivalry', factor) },
      recorded: { coordination: at('coordination', 1), rivalry: at('rivalry', 1) },
    };
  };
  const panels = [...settings.views.map(panel), panel(null)];
  const name = slice.actors.map((actor) => actor.name).join(' – ');
  return {
    name,
    title: m.compare_levels_title({
      pair: name,
      n: whole.events.length,
      parts: panels
        .filter(({ code }) => code !== null)
        .map((one) => m.compare_levels_part({ who: one.name, n: one.events }))
        .join(lang === 'en' || lang === 'ko' ? ', ' : '，'),
    }),
    span: writeDate(`${isoDay(slice.from).slice(0, 7)}/${isoDay(slice.to).slice(0, 7)}`, lang),
    at: writeDate(isoDay(day), lang),
    outside: day !== last,
    shaded: last < slice.from || first > slice.to ? null : [Math.max(first, slice.from), day],
    even: settings.even,
    panels,
    most: Math.max(
      0.5,
      ...panels.flatMap(({ points }) => points.flatMap((p) => [p.coordination.high, p.rivalry.high])),
    ),
  };
}

/** Every second week is as smooth to the eye, and half as heavy. */
function fortnightly(relation: Relation): CurvePoint[] {
  return weekly(relation).filter((_point, i) => i % 2 === 0);
}

function raise({ day, coordination, rivalry }: CurvePoint, by: number): CurvePoint {
  return { day, coordination: rounded(times(coordination, by)), rivalry: rounded(times(rivalry, by)) };
}

const times = ({ mean, low, high }: Estimate, by: number): Estimate => ({
  mean: mean * by,
  low: low * by,
  high: high * by,
});

/** Finer than a pixel: the page carries every point twice. */
function rounded({ mean, low, high }: Estimate): Estimate {
  const round = (value: number) => Math.round(value * 100) / 100;
  return { mean: round(mean), low: round(low), high: round(high) };
}

/** Weighted events of the days fitted. */
const sum = (relation: Relation, dimension: Dimension): number =>
  relation[dimension].y.reduce((total, value) => total + value, 0);

/** Both dimensions together: how a country divides its attention between the two stays visible. */
const weightOf = (relation: Relation): number => sum(relation, 'coordination') + sum(relation, 'rivalry');
