import type { Event, Lang, PeninsulaRecord } from '@peninsula/data';
import { MAIN_ACTORS } from '#lib/charts/actors.ts';
import type { MonthCount } from '#lib/charts/bars.ts';
import type { CurvePoint } from '#lib/charts/curves.ts';
import { eventDate, isRough, writeDate } from '#lib/format/dates.ts';
import { spanOf } from '#lib/format/days.ts';
import { actorLabel } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { countTwo, monthOfEvent } from './months.ts';
import { eventRow, type EventRow } from './timeline.ts';
import { findingOf, fitPair, relationSlice, weekly } from './relation.ts';
import { lastStances } from './stances.ts';

export interface OverviewView {
  readonly finding: string;
  readonly from: string;
  readonly to: string;
  readonly months: readonly (MonthCount & { readonly label: string })[];
  readonly turning: readonly {
    readonly id: string;
    readonly name: string;
    readonly when: string;
    readonly day: number;
    readonly title: string;
    readonly summary: string;
  }[];
  readonly relations: readonly {
    readonly pair: string;
    readonly name: string;
    readonly finding: string;
    readonly points: readonly CurvePoint[];
  }[];
  readonly latest: readonly EventRow[];
  readonly positions: {
    readonly date: string;
    readonly actors: readonly string[];
    readonly rows: readonly {
      readonly issue: string;
      readonly name: string;
      readonly cells: readonly (Cell | null)[];
    }[];
  };
  readonly total: number;
}

interface Cell {
  readonly lo: number;
  readonly hi: number;
  readonly from: string;
  readonly when: string;
}

/** The three relations of the founding article. */
const RELATIONS = [
  ['US', 'KP'],
  ['CN', 'KP'],
  ['CN', 'US'],
] as const;
/** The day the founding article looks from. */
const LOOKING_FROM = '2019-12-20';
const MINI_ISSUES = ['sanctions', 'dual-freeze', 'sequencing', 'dialogue', 'peace-regime', 'exercises'];
const MEETINGS = ['singapore-summit-2018', 'hanoi-summit-2019', 'panmunjom-meeting-2019', 'stockholm-talks-2019'];

export function overviewView(record: PeninsulaRecord, lang: Lang): OverviewView {
  const events = record.list('events').filter((event) => inCoverage(record, event));
  const up = events.filter(isContact);
  const down = events.filter(isTest);
  const { coverage } = record.snapshot.manifest;
  return {
    finding: finding(up, down),
    from: writeDate(coverage[0]?.from ?? '', lang),
    to: writeDate(coverage[0]?.to ?? '', lang),
    months: countTwo(up, down, lang),
    turning: MEETINGS.flatMap((id) => {
      const found = record.get('events', id);
      if (found.status !== 'found') return [];
      const event = found.value;
      const place = event.place === null ? undefined : record.get('places', event.place);
      return [
        {
          id,
          name: place?.status === 'found' ? place.value.name[lang] : event.title[lang],
          when: eventDate(event, lang, 'short'),
          day: spanOf(event.date.edtf).from,
          title: event.title[lang],
          summary: event.summary[lang] ?? event.summary.en,
        },
      ];
    }),
    relations: RELATIONS.map(([a, b]) => {
      const points = weekly(fitPair(relationSlice(record, [a, b], lang)));
      const name = `${actorLabel(record, a, lang).name} – ${actorLabel(record, b, lang).name}`;
      return { pair: `${a}~${b}`, name, finding: findingOf(points, lang), points };
    }),
    latest: events
      .filter(({ date }) => !isRough(date))
      .slice(-6)
      .reverse()
      .map((event) => eventRow(record, event, lang)),
    positions: miniMatrix(record, lang),
    total: record.list('events').length,
  };
}

function inCoverage(record: PeninsulaRecord, event: Event): boolean {
  const span = record.snapshot.manifest.coverage[0];
  const day = event.date.start?.slice(0, 10) ?? '';
  return span !== undefined && day >= span.from.slice(0, 10) && day <= `${span.to}~`;
}

function isContact(event: Event): boolean {
  return event.modality === 'occurred' && (event.family === 'contact' || event.family === 'commitment');
}

const TESTS: readonly string[] = ['missile-launch', 'satellite-launch', 'nuclear-test', 'engine-test'];

function isTest(event: Event): boolean {
  return TESTS.includes(event.type);
}

/** The title states what the bars show: in which year each side of zero was highest. */
function finding(up: readonly Event[], down: readonly Event[]): string {
  const [contactYear, contacts] = busiest(up.filter(({ family }) => family === 'contact'));
  const [weaponsYear, weapons] = busiest(down);
  return contacts + weapons === 0
    ? m.overview_finding_none()
    : m.overview_finding({ contactYear, contacts, weaponsYear, weapons });
}

function busiest(events: readonly Event[]): [year: string, n: number] {
  const years = new Map<string, number>();
  for (const event of events) {
    const year = monthOfEvent(event).slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return [...years].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
}

function miniMatrix(record: PeninsulaRecord, lang: Lang): OverviewView['positions'] {
  const actors = MAIN_ACTORS.filter((actor) => actor !== 'UN');
  const held = new Map(actors.map((actor) => [actor, lastStances(record, actor, `${LOOKING_FROM}T23`)]));
  return {
    date: writeDate(LOOKING_FROM, lang),
    actors,
    rows: record
      .list('issues')
      .filter(({ id }) => MINI_ISSUES.includes(id))
      .map((issue) => ({
        issue: issue.id,
        name: issue.name[lang],
        cells: actors.map((actor) => {
          const stance = held.get(actor)?.find((one) => one.issue === issue.id);
          return stance
            ? { lo: stance.lo, hi: stance.hi, from: stance.from, when: writeDate(stance.date.edtf, lang, 'short') }
            : null;
        }),
      })),
  };
}
