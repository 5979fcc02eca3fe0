import { expect, test } from 'vitest';
import { KeptAnswers } from './kept.ts';

const answer = (bytes: number) => ({ status: 200, headers: [], body: new Uint8Array(bytes) });

test('keeps what was asked for last, and never more than it may', () => {
  const kept = new KeptAnswers(100);
  for (const key of 'abcdefghij') kept.put(key, answer(10));
  expect(kept.get('a')).toBeDefined();
  kept.put('k', answer(10));
  expect(kept.get('b')).toBeUndefined();
  expect(kept.get('a')).toBeDefined();
  expect(kept.get('k')).toBeDefined();
});

test('one answer that would crowd out the others is not kept', () => {
  const kept = new KeptAnswers(100);
  kept.put('large', answer(50));
  expect(kept.get('large')).toBeUndefined();
});
