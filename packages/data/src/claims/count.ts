import { dayIn, daysFromCivil, firstDay, lastDay, midnight, parseEdtf } from '../dates/index.ts';
import type { PeninsulaRecord, QueryProblem } from '../query/contract.ts';
import { QueryError } from '../query/open.ts';
import type { CountingRule, Event } from '../schema/index.ts';

/** A number with the rule that made it, and every event it looked at. */
export interface Counted {
  readonly rule: string;
  readonly window: { readonly from: string; readonly to: string; readonly tz: string };
  readonly value: number;
  readonly unit: CountingRule['unit'];
  readonly included: readonly string[];
  readonly excluded: readonly { readonly event: string; readonly why: string }[];
  /** Counted as one because no number of projectiles has been published. */
  readonly assumed: readonly string[];
  /** Decided by the class of the record, because the namer of the rule gave none. */
  readonly unlabelled: readonly string[];
}

/** An event on which two rules differ. */
export interface Difference {
  readonly event: string;
  readonly a: boolean;
  readonly b: boolean;
  readonly why: string;
}

/**
 * Counts launches by a rule over whole days of the rule's zone, `from` and `to` inclusive (EDTF). Throws QueryError on a window that is
 * no window. O(events).
 */
export function count(
  record: PeninsulaRecord,
  rule: CountingRule,
  window: { readonly from: string; readonly to: string },
): Counted {
  const [from, to] = daysOf(window);
  const seen = record.list('events').filter((event) => {
    const day = dayOfLaunch(event, rule.zone);
    return day >= from && day <= to && LAUNCHES.includes(event.type);
  });
  const judged = seen.map((event) => ({ event, ...judge(event, rule) }));
  const included = judged.filter(({ why }) => why === null);
  const uncounted = ({ event }: { event: Event }) =>
    event.detail.launch?.count?.missiles === undefined && event.detail.launch?.count?.best === undefined;
  return {
    rule: rule.id,
    window: { from: window.from, to: window.to, tz: rule.zone },
    value: valueOf(
      included.map(({ event }) => event),
      rule,
    ),
    unit: rule.unit,
    included: included.map(({ event }) => event.id),
    excluded: judged.flatMap(({ event, why }) => (why === null ? [] : [{ event: event.id, why }])),
    assumed: rule.unit === 'projectile' ? included.filter(uncounted).map(({ event }) => event.id) : [],
    unlabelled: included.filter(({ labelled }) => !labelled).map(({ event }) => event.id),
  };
}

/** Events that one of two counts of the same window holds and the other does not. */
export function compareRules(a: Counted, b: Counted): Difference[] {
  const why = new Map([...a.excluded, ...b.excluded].map((row) => [row.event, row.why]));
  const [inA, inB] = [new Set(a.included), new Set(b.included)];
  return [...new Set([...a.included, ...b.included])]
    .filter((event) => inA.has(event) !== inB.has(event))
    .map((event) => ({ event, a: inA.has(event), b: inB.has(event), why: why.get(event) ?? 'outside the window' }));
}

const LAUNCHES: readonly string[] = ['missile-launch', 'satellite-launch'];

/** Null where the event counts, else why it does not; and whether the namer of the rule gave its class. */
function judge(event: Event, rule: CountingRule): { why: string | null; labelled: boolean } {
  const launch = event.detail.launch;
  const given = rule.label === null ? undefined : launch?.classes?.find(({ by }) => by === rule.label)?.value;
  const labelled = rule.label === null || given !== undefined;
  const kind = given ?? launch?.class ?? 'unknown';
  const dropped = launch?.systems?.find(({ value }) => rule.without.includes(value));
  const why = (text: string) => ({ why: text, labelled });
  if (event.modality !== 'occurred') return why(`${event.modality}, not known to have occurred`);
  if (!rule.types.includes(event.type)) return why(`a ${event.type.replace('-', ' ')} is not counted`);
  if (!labelled && rule.strict) return why(`${rule.label} gave it no class`);
  if (!rule.classes.includes(kind))
    return why(given === undefined ? `class ${kind} is not counted` : `${rule.label} called it ${kind}`);
  if (dropped) return why(`${dropped.value} is left out by the rule`);
  if (!rule.failures && launch?.outcome === 'failure') return why('the launch failed');
  return { why: null, labelled };
}

function valueOf(events: readonly Event[], { unit, zone }: CountingRule): number {
  if (unit === 'launch-event') return events.length;
  if (unit === 'launch-day') return new Set(events.map((event) => dayOfLaunch(event, zone))).size;
  return events.reduce((sum, { detail: { launch } }) => sum + (launch?.count?.missiles ?? launch?.count?.best ?? 1), 0);
}

/** Day of a launch in a zone, in days from 1970; where no time is on record the day is that of its own zone. */
function dayOfLaunch({ date, detail }: Event, zone: string): number {
  const parsed = parseEdtf(date.edtf);
  if (!parsed.ok || parsed.value.kind !== 'date') return Math.floor(Date.parse(date.start ?? '') / 86_400_000);
  const day = firstDay(parsed.value.date);
  const time = /^(\d\d):(\d\d)$/.exec(detail.launch?.time ?? '');
  if (!time || date.tz === zone) return day;
  const at = midnight(day, date.tz) + (Number(time[1]) * 60 + Number(time[2])) * 60_000;
  const [y = 0, m = 1, d = 1] = dayIn(at, zone).split('-').map(Number);
  return daysFromCivil(y, m, d);
}

function daysOf(window: { readonly from: string; readonly to: string }): [number, number] {
  const problems: QueryProblem[] = [];
  const read = (name: 'from' | 'to') => {
    const parsed = parseEdtf(window[name]);
    if (parsed.ok && parsed.value.kind === 'date')
      return name === 'from' ? firstDay(parsed.value.date) : lastDay(parsed.value.date);
    problems.push({
      code: 'invalid-date',
      parameter: name,
      value: window[name].slice(0, 40),
      detail: `${JSON.stringify(window[name].slice(0, 40))} is not a date`,
      suggestions: [name === 'from' ? '2019-05' : '2019-10'],
    });
    return 0;
  };
  const days: [number, number] = [read('from'), read('to')];
  if (problems.length === 0 && days[0] > days[1])
    problems.push({
      code: 'conflicting-parameters',
      parameter: 'to',
      value: window.to.slice(0, 40),
      detail: `to ${window.to} lies before from ${window.from}`,
      suggestions: [window.from],
    });
  if (problems.length > 0) throw new QueryError(problems);
  return days;
}
