import { join } from 'node:path';
import { expect, test } from 'vitest';
import { snapshot } from '../dist/data/snapshot.js';
import { entered, lostIds, PERMANENT, readLedger } from '../build/ledger.ts';

const ledger = readLedger(join(import.meta.dirname, '../../../releases/ledger.json'));

test('every id ever published still resolves, to a record or to where it went', () => {
  if (!ledger) throw new Error('releases/ledger.json is missing');
  expect(ledger.releases.length).toBeGreaterThan(0);
  expect(lostIds(ledger, snapshot)).toEqual([]);
});

test('a record that goes without a redirect is missed, by name', () => {
  if (!ledger) throw new Error('releases/ledger.json is missing');
  const without = { ...snapshot, events: snapshot.events.filter(({ id }) => id !== 'stockholm-talks-2019') };
  expect(lostIds(ledger, without).map(({ table, id }) => `${table}/${id}`)).toEqual(['events/stockholm-talks-2019']);
  const moved = {
    ...without,
    redirects: [
      ...snapshot.redirects,
      {
        id: 'stockholm-talks-2019',
        kind: 'moved' as const,
        to: ['hanoi-summit-2019'],
        on: '2026-01-01',
        reason: 'test',
      },
    ],
  };
  expect(lostIds(ledger, moved)).toEqual([]);
});

test('a release entered keeps the ids of those before it', () => {
  if (!ledger) throw new Error('releases/ledger.json is missing');
  const next = entered(ledger, { ...snapshot, manifest: { ...snapshot.manifest, release: '99.0.0' } });
  expect(next.releases.at(-1)?.release).toBe('99.0.0');
  for (const table of PERMANENT)
    for (const [id, [since]] of Object.entries(ledger.ids[table])) expect(next.ids[table][id]?.[0], id).toBe(since);
});
