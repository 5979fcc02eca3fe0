import type { Event, Lang, PeninsulaRecord } from '@peninsula/data';
import { DIMENSIONS, levelAt, type Relation, turnsOf } from '@peninsula/data/models';
import { MAIN_ACTORS } from '#lib/charts/actors.ts';
import type { MonthCount } from '#lib/charts/bars.ts';
import { type PackedPoint, packPoint } from '#lib/charts/curves.ts';
import type { NamedTurn } from '#lib/charts/names.ts';
import { eventDate, writeDate } from '#lib/format/dates.ts';
import { isoDay, spanOf } from '#lib/format/days.ts';
import { actorLabel } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { countTwo, monthOfEvent } from './months.ts';
import { typeName } from './event.ts';
import { fitPair, relationSlice, weekly } from './relation.ts';
import { lastStances } from './stances.ts';

export interface OverviewView {
  readonly finding: string;
  readonly activity: string;
  readonly from: string;
  readonly to: string;
  readonly months: readonly (MonthCount & { readonly label: string })[];
  readonly meetings: readonly {
    readonly id: string;
    readonly name: string;
    readonly when: string;
    readonly day: number;
  }[];
  readonly relations: readonly {
    readonly pair: string;
    readonly name: string;
    readonly events: number;
    readonly points: readonly PackedPoint[];
    readonly turns: readonly NamedTurn[];
  }[];
  readonly changes: readonly Change[];
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

/** A correction, or what a release brought. */
export interface Change {
  readonly date: string;
  readonly kind: 'corrected' | 'released';
  readonly title: string;
  readonly what: string;
  readonly href: string;
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
  const fits = RELATIONS.map(([a, b]) => ({
    pair: `${a}~${b}`,
    name: `${actorLabel(record, a, lang).name} – ${actorLabel(record, b, lang).name}`,
    relation: fitPair(relationSlice(record, [a, b], lang)),
  }));
  return {
    finding: finding(fits, lang),
    activity: activity(up, down),
    from: writeDate(coverage[0]?.from ?? '', lang),
    to: writeDate(coverage[0]?.to ?? '', lang),
    months: countTwo(up, down, lang),
    meetings: MEETINGS.flatMap((id) => {
      const found = record.get('events', id);
      if (found.status !== 'found') return [];
      const { value: event } = found;
      return [
        {
          id,
          name: placeName(record, event, lang) ?? event.title[lang],
          when: eventDate(event, lang, 'short'),
          day: spanOf(event.date.edtf).from,
        },
      ];
    }),
    relations: fits.map(({ pair, name, relation }) => ({
      pair,
      name,
      events: relation.events.length,
      points: weekly(relation).map(packPoint),
      turns: namedTurns(record, relation, lang),
    })),
    changes: changesOf(record, lang),
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

interface Fit {
  readonly name: string;
  readonly relation: Relation;
}

/** The title states where things stood: which of the two led in which relation on the day the article looks from. */
function finding(fits: readonly Fit[], lang: Lang): string {
  const day = spanOf(LOOKING_FROM).from;
  const leads = (dimension: 'coordination' | 'rivalry') =>
    fits.filter(({ relation }) => {
      const other = dimension === 'rivalry' ? 'coordination' : 'rivalry';
      return levelAt(relation, dimension, day).mean > levelAt(relation, other, day).mean;
    });
  const list = (some: readonly Fit[]) =>
    new Intl.ListFormat(lang, { type: 'conjunction' }).format(some.map(({ name }) => name));
  const [rivalry, coordination] = [leads('rivalry'), leads('coordination')];
  const date = writeDate(LOOKING_FROM.slice(0, 7), lang);
  if (rivalry.length === 0 && coordination.length === 0) return m.overview_finding_none();
  if (coordination.length === 0) return m.overview_lead_rivalry({ date, pairs: list(rivalry) });
  if (rivalry.length === 0) return m.overview_lead_coordination({ date, pairs: list(coordination) });
  return m.overview_lead_both({ date, rivalry: list(rivalry), coordination: list(coordination) });
}

/** Turning points under short names: where the heaviest event nearby took place, or what kind it was. */
function namedTurns(record: PeninsulaRecord, relation: Relation, lang: Lang): NamedTurn[] {
  return DIMENSIONS.flatMap((dimension) => turnsOf(relation, dimension)).flatMap(
    ({ dimension, day, day50, day90, nearest }) => {
      const found = nearest === null ? undefined : record.get('events', nearest);
      if (found?.status !== 'found') return [];
      const when = writeDate(isoDay(day).slice(0, 7), lang, 'short');
      return [{ dimension, day, day50, day90, when, id: found.value.id, name: shortName(record, found.value, lang) }];
    },
  );
}

function placeName(record: PeninsulaRecord, { place }: Event, lang: Lang): string | null {
  const found = place === null ? undefined : record.get('places', place);
  return found?.status === 'found' ? found.value.name[lang] : null;
}

function shortName(record: PeninsulaRecord, event: Event, lang: Lang): string {
  const what = typeName(record, event.type, lang);
  const met = event.family === 'contact' || event.family === 'commitment';
  const where = met ? placeName(record, event, lang) : null;
  return where === null ? what : m.overview_at({ what, where });
}

const CHANGES = 4;

/** Corrections of the record, newest first, and what the release brought. */
function changesOf(record: PeninsulaRecord, lang: Lang): Change[] {
  const { release, released, counts } = record.snapshot.manifest;
  const corrections = record
    .list('events')
    .flatMap((event) => event.revisions.map((revision) => ({ event, revision })))
    .sort((a, b) => (a.revision.on < b.revision.on ? 1 : -1))
    .slice(0, CHANGES - 1)
    .map(({ event, revision }): Change => ({
      date: writeDate(revision.on, lang, 'short'),
      kind: 'corrected',
      title: event.title[lang],
      what: revision.why,
      href: `/events/${event.id}`,
    }));
  const brought: Change = {
    date: writeDate(released, lang, 'short'),
    kind: 'released',
    title: m.overview_release({ release }),
    what: m.overview_release_counts({
      events: counts['events'] ?? 0,
      sources: counts['sources'] ?? 0,
      stances: counts['stances'] ?? 0,
    }),
    href: '/changes',
  };
  return [brought, ...corrections];
}

/** In which year each side of zero of the bars was highest. */
function activity(up: readonly Event[], down: readonly Event[]): string {
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
