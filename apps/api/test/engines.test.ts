import built from '@peninsula/data/relations.json' with { type: 'json' };
import { openRecord } from '@peninsula/data';
import { check } from '@peninsula/data/claims';
import { snapshot } from '@peninsula/data/snapshot';
import { expect, test } from 'vitest';
import { get } from './app.ts';

/* This file runs on Node and inside workerd; what it compares with was computed by the build, on Node. */

test('levels and turning points are, byte for byte, those of the build', async () => {
  expect(built.length).toBeGreaterThan(4);
  for (const { pair, levels, turns } of built) {
    const { json } = await get(`/v1/relations/${pair}`);
    expect(JSON.stringify(json.data), pair).toBe(JSON.stringify(levels));
    const turning = await get(`/v1/relations/${pair}/turning-points`);
    expect(JSON.stringify(turning.json.data), pair).toBe(JSON.stringify(turns));
  }
});

test('every claim gives at the API the bytes the package gives', async () => {
  const record = openRecord(snapshot);
  for (const claim of record.list('claims')) {
    const { text } = await get(`/v1/claims/${claim.id}/check`);
    expect(text.startsWith(`{"data":${JSON.stringify(check(record, claim))},"meta"`), claim.id).toBe(true);
  }
});
