import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Event, Quality, type Snapshot } from '../../src/schema/index.ts';
import { copyOfWorld, fixtureSnapshot } from '../../test/world.ts';
import { build } from '../line.ts';
import { launchesOf, silencesOf } from './coverage.ts';
import { brokenReferences } from './references.ts';
import { reliabilityOf } from './reliability.ts';

const snapshot = fixtureSnapshot();
const copy = (): Snapshot => structuredClone(snapshot);
const stockholm = 'stockholm-talks-2019';

test('the report fits its schema and counts what the tables hold', () => {
  const { quality, events, sources } = snapshot;
  expect(Quality.safeParse(quality).error).toBeUndefined();
  const { official, independent, singleSource } = quality.evidence;
  expect(official + independent + singleSource).toBeCloseTo(1, 3);
  expect(quality.evidence.events).toBe(events.length);
  expect(Object.values(quality.sources.countries).reduce((sum, n) => sum + n, 0)).toBe(sources.length);
  const covered = quality.coverage.flatMap(({ families }) => Object.values(families));
  expect(covered.reduce((sum, n) => sum + n, 0)).toBe(events.length);
});

test('a reference that resolves to nothing is named with the record that holds it', () => {
  expect(brokenReferences(snapshot)).toEqual([]);
  const broken = copy();
  const event = broken.events.find(({ id }) => id === stockholm) as Event;
  event.links.push({ rel: 'follows', to: 'no-such-event-2019' });
  expect(brokenReferences(broken)).toEqual([`${stockholm} → no-such-event-2019`]);
});

test('launches are counted as events by their own year, projectiles apart', () => {
  const [event] = copy().events as [Event];
  const launch = (
    edtf: string,
    best: number | undefined,
    missile: 'srbm' | 'cruise',
    modality = 'occurred',
  ): Event => ({
    ...event,
    type: 'missile-launch',
    modality: modality as Event['modality'],
    date: { ...event.date, edtf },
    detail: {
      launch: { class: missile, outcome: 'success', ...(best === undefined ? {} : { count: { best } }) },
    },
  });
  const counted = launchesOf([
    launch('2022-01-05', 2, 'srbm'),
    launch('2022-01-25', undefined, 'cruise'),
    launch('2023-01-01', 1, 'srbm'),
    launch('2023-02-01', 9, 'srbm', 'scheduled'),
  ]);
  expect(counted).toEqual([
    { year: 2022, ballistic: 1, other: 1, projectiles: 2, uncounted: 1 },
    { year: 2023, ballistic: 1, other: 0, projectiles: 1, uncounted: 0 },
  ]);
});

test('the longest silence runs from the day after a record to the day before the next, or to the end', () => {
  const [event] = copy().events as [Event];
  const on = (day: string): Event => ({
    ...event,
    date: { ...event.date, start: `${day}T00:00:00Z` },
    participants: [
      { actor: 'KP' as Event['participants'][number]['actor'], role: 'initiator', level: null, persons: [] },
    ],
  });
  const dataset = { coverage: [{ from: '2019-01-01', to: '2019-12-31' }] } as unknown as Parameters<
    typeof silencesOf
  >[1];
  const [kp, us] = silencesOf([on('2019-02-01'), on('2019-03-01'), on('2019-11-01')], dataset, ['KP', 'US']);
  expect(kp).toEqual({ actor: 'KP', from: '2019-03-02', to: '2019-10-31', days: 244 });
  expect(us).toEqual({ actor: 'US', from: '2019-01-01', to: '2019-12-31', days: 365 });
});

test('a second coding stands beside the first, and agreement is told as it is', () => {
  const world = copyOfWorld();
  const [first] = snapshot.stances.filter(({ from }) => from === stockholm);
  if (!first) throw new Error('the fixture has no stance');
  const key = `${stockholm}.${first.actor}.${first.issue}`;
  const write = (text: string) => writeFileSync(join(world, 'codings.yaml'), text);
  write(
    `${key}: { of: ${stockholm}, actor: ${first.actor}, issue: ${first.issue}, applicable: true, lo: ${first.lo}, hi: ${first.hi} }\n`,
  );
  const built = build(world);
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  expect(built.snapshot.codings).toMatchObject([{ id: key, stance: first.id, applicable: true, lo: first.lo }]);
  expect(built.snapshot.stances).toEqual(snapshot.stances);
  expect(built.snapshot.quality.reliability).toMatchObject({ units: 1, overlap: 1 });
  // One unit that both coded alike leaves nothing to agree on: no α, never 1.
  expect(built.snapshot.quality.reliability.position.alpha).toBeNull();

  write(`wrong.key: { of: no-such-record, actor: KP, issue: testing, applicable: true, lo: 2, hi: 1 }\n`);
  const refused = build(world);
  expect(refused.ok ? [] : refused.problems.map(({ what }) => what).join()).toContain('lo must not exceed hi');
  write(`wrong.key: { of: no-such-record, actor: KP, issue: testing, applicable: false }\n`);
  const unknown = build(world);
  expect(unknown.ok ? [] : unknown.problems.map(({ what }) => what)).toEqual([
    'the key "wrong.key" names another unit',
    'no record "no-such-record"',
  ]);
});

test('a coder who finds no position where the first found one lowers agreement on applicability', () => {
  const tables = copy();
  const [a, b] = tables.stances;
  if (!a || !b) throw new Error('the fixture has too few stances');
  const coding = (stance: typeof a | null, applicable: boolean, id: string) => ({
    id,
    of: a.from,
    actor: a.actor,
    issue: a.issue,
    applicable,
    lo: applicable ? a.lo : null,
    hi: applicable ? a.hi : null,
    note: null,
    stance: stance?.id ?? null,
    coder: 'second coder',
    codebook: '1',
  });
  const alpha = (last: boolean) => {
    tables.codings = [coding(a, true, 'a'), coding(null, false, 'b'), coding(null, false, 'c'), coding(b, last, 'd')];
    return reliabilityOf(tables).applicability.alpha ?? NaN;
  };
  expect(alpha(true)).toBe(1);
  expect(alpha(false)).toBeLessThan(1);
});

test('the report of the real record names no broken reference', () => {
  const file = join(import.meta.dirname, '../../dist/data/quality.json');
  expect((JSON.parse(readFileSync(file, 'utf8')) as Quality).brokenReferences).toEqual([]);
});
