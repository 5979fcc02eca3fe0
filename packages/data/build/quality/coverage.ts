import { describeDate } from '../../src/dates/index.ts';
import type { AuthoredDataset, Event, Quality } from '../../src/schema/index.ts';

const DAY = 86_400_000;

/** Events per year and family. */
export function coverageOf(events: readonly Event[]): Quality['coverage'] {
  return byYear(events).map(([year, group]) => {
    const families: Quality['coverage'][number]['families'] = {};
    for (const { family } of group) families[family] = (families[family] ?? 0) + 1;
    return { year, families };
  });
}

/** Launch events per year that took place: events, not missiles. */
export function launchesOf(events: readonly Event[]): Quality['launches'] {
  const launches = events.filter(
    ({ type, modality }) => modality === 'occurred' && (type === 'missile-launch' || type === 'satellite-launch'),
  );
  return byYear(launches).map(([year, group]) => {
    const other = group.filter(({ detail }) =>
      ['cruise', 'artillery-rocket', 'unknown', undefined].includes(detail.launch?.class),
    ).length;
    const counts = group.flatMap(({ detail }) => detail.launch?.count?.best ?? []);
    return {
      year,
      ballistic: group.length - other,
      other,
      projectiles: counts.reduce((sum, n) => sum + n, 0),
      uncounted: group.length - counts.length,
    };
  });
}

/** The longest stretch of the first span of the coverage statement in which nothing is recorded of an actor. */
export function silencesOf(
  events: readonly Event[],
  dataset: { readonly coverage: AuthoredDataset['coverage'] },
  actors: readonly string[],
): Quality['silences'] {
  return actors.flatMap((actor) => {
    const longest = stretchesOf(events, dataset, actor).reduce<Stretch | undefined>(
      (best, one) => (best && best.days >= one.days ? best : one),
      undefined,
    );
    return longest ? [{ actor: actor as Quality['silences'][number]['actor'], ...longest }] : [];
  });
}

export interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

/** Stretches of the first span of the coverage statement, in order, in which nothing is recorded of an actor. */
export function stretchesOf(
  events: readonly Event[],
  { coverage }: { readonly coverage: readonly { readonly from: string; readonly to: string }[] },
  actor: string,
): Stretch[] {
  const span = coverage[0];
  if (!span) return [];
  const first = Date.parse(describeDate(span.from, 'UTC').start ?? '');
  const last = Date.parse(describeDate(span.to, 'UTC').end ?? '');
  const days = events
    .filter(({ participants, date }) => date.start !== null && participants.some((one) => one.actor === actor))
    .map(({ date }) => Math.floor(Date.parse(date.start ?? '') / DAY) * DAY)
    .filter((time) => time >= first && time < last)
    .sort((a, b) => a - b);
  return [...days, last].flatMap((time, i) => {
    const before = days[i - 1] ?? first - DAY;
    const length = Math.round((time - before) / DAY) - 1;
    return length > 0 ? [{ from: isoDay(before + DAY), to: isoDay(time - DAY), days: length }] : [];
  });
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The year is that of the local civil date. */
function byYear(events: readonly Event[]): [year: number, events: Event[]][] {
  const groups = new Map<number, Event[]>();
  for (const event of events) {
    const year = Number(event.date.edtf.slice(0, 4));
    groups.set(year, [...(groups.get(year) ?? []), event]);
  }
  return [...groups].sort(([a], [b]) => a - b);
}
