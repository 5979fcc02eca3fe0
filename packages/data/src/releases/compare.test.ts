import { describe, expect, test } from 'vitest';
import { fixtureSnapshot } from '../../test/world.ts';
import type { Snapshot } from '../schema/index.ts';
import { compareReleases, listChanges, NOTABLE } from './index.ts';

const before = fixtureSnapshot();
const named = (snapshot: Snapshot, release: string, released: string): Snapshot => ({
  ...snapshot,
  manifest: { ...snapshot.manifest, release, released },
});

describe('two releases compared', () => {
  test('a release against itself changed nothing and moved nothing', () => {
    const { bump, tables, estimates } = compareReleases(before, before);
    expect(bump).toBe('none');
    for (const { added, removed, changed } of Object.values(tables)) expect([added, removed, changed]).toEqual([[], [], []]);
    for (const { by, notable } of estimates) expect([by, notable]).toEqual([0, false]);
  });

  test('an event taken out is lost, and the estimates it fed are named where they moved enough', () => {
    const gone = before.events.find(({ signals }) => signals.some(({ from, to }) => from === 'US' && to === 'KP'));
    const after = named({ ...before, events: before.events.filter((event) => event !== gone) }, '9.0.0', '2099-01-01');
    const { bump, tables, estimates } = compareReleases(before, after);
    expect(bump).toBe('major');
    expect(tables.events.removed.map(({ id }) => id)).toEqual([gone?.id]);
    for (const { by, notable } of estimates) expect(notable).toBe(Math.abs(by) > NOTABLE);
    const sizes = estimates.map(({ by }) => Math.abs(by));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
});

test('corrections and releases come newest first, each with its reason', () => {
  const [first, ...rest] = before.events;
  if (!first) throw new Error('the world has no event');
  const revised = [{ ...first, revisions: [{ on: '2026-06-01', what: 'day', why: 'A second report.' }] }, ...rest];
  const changes = listChanges(revised, [
    { ...before.manifest, release: '1.0.0', released: '2026-01-01' },
    { ...before.manifest, release: '1.1.0', released: '2026-07-01' },
  ]);
  const own = changes.filter(({ id }) => ['1.0.0', '1.1.0', first.id as string].includes(id));
  expect(own.map(({ date, kind }) => [date, kind])).toEqual([
    ['2026-07-01', 'release'],
    ['2026-06-01', 'correction'],
    ['2026-01-01', 'release'],
  ]);
  expect(own[1]).toMatchObject({ what: 'day', why: 'A second report.' });
});
