import { expect, test } from 'vitest';
import type { Stance } from '../schema/index.ts';
import { type EvidenceFilter, type EvidenceSource, seenStances, supported } from './evidence.ts';

const SOURCES = new Map<string, EvidenceSource>([
  ['xinhua', { country: 'CN', kind: 'state-media', lang: 'en' }],
  ['people', { country: 'CN', kind: 'state-media', lang: 'zh' }],
  ['yonhap', { country: 'KR', kind: 'wire', lang: 'en' }],
  ['nowhere', { country: null, kind: 'reference', lang: 'en' }],
] as [string, EvidenceSource][]);
const told = (sources: readonly string[], filter: EvidenceFilter, knownAt: string | null = '2019-12-10') =>
  supported({ knownAt, sources }, SOURCES, filter);

test('without a filter everything stays, dated or not', () => {
  expect(told([], {}, null)).toBe(true);
});

test('one source of the country is enough, and a source of no known country is of none', () => {
  expect(told(['yonhap', 'xinhua'], { sourceCountries: ['CN'] })).toBe(true);
  expect(told(['yonhap'], { sourceCountries: ['CN'] })).toBe(false);
  expect(told(['nowhere', 'unheard-of'], { sourceCountries: ['CN', 'KR'] })).toBe(false);
});

test('conditions must meet in one source', () => {
  expect(told(['xinhua', 'yonhap'], { sourceCountries: ['CN'], sourceLangs: ['zh'] })).toBe(false);
  expect(told(['people'], { sourceCountries: ['CN'], sourceLangs: ['zh'] })).toBe(true);
  expect(told(['xinhua', 'yonhap'], { sourceCountries: ['CN'], withoutSources: ['xinhua'] })).toBe(false);
});

test('what is known later, or at no known day, is not known yet', () => {
  expect(told(['xinhua'], { knownBy: '2019-12-10' })).toBe(true);
  expect(told(['xinhua'], { knownBy: '2019-12-09' })).toBe(false);
  expect(told(['xinhua'], { knownBy: '2019-12-31' }, null)).toBe(false);
});

test('stances are kept by the sources they rest on', () => {
  const stances = [
    { id: 'a', knownAt: null, sources: ['xinhua'] },
    { id: 'b', knownAt: null, sources: ['yonhap', 'nowhere'] },
  ] as unknown as Stance[];
  expect(seenStances(stances, SOURCES, { sourceCountries: ['KR'] }).map(({ id }) => id)).toEqual(['b']);
  expect(seenStances(stances, SOURCES, {})).toEqual(stances);
});
