import { describe, expect, test } from 'vitest';
import { fixtureSnapshot } from '../../test/world.ts';
import { askedDay, describeDate } from '../dates/index.ts';
import type { Document } from '../schema/index.ts';
import { commitmentsBy } from './commitments.ts';

const by = (text: string): number => askedDay(text)?.end ?? Number.NaN;

const document = {
  evidence: [{ source: 'a-1' }, { source: 'b-2' }],
  commitments: [
    {
      n: 1,
      by: ['US', 'KP'],
      to: ['US', 'KP'],
      issue: 'dialogue',
      text: { en: 'Talk.' },
      status: [
        { date: '2018-06-12', status: 'pending', note: 'Undertaken.', event: null, evidence: [2, 1] },
        { date: '2018-07', status: 'fulfilled', note: 'They met.', event: 'meeting', evidence: [] },
        { date: '2019-10-05', status: 'lapsed', note: 'They stopped.', event: 'stop', evidence: [2, 9] },
      ].map((entry) => ({ ...entry, date: describeDate(entry.date, 'Asia/Seoul') })),
    },
  ],
} as unknown as Document;

const on = (day: string) => commitmentsBy(document, by(day))[0];

describe('a commitment on a day', () => {
  test('before the document was made it has no status', () => {
    expect(on('2018-06-10')).toMatchObject({ status: null, since: null, note: null, event: null, history: [] });
  });

  test('it is pending from the day of the document, with the sources of that entry in their order', () => {
    expect(on('2018-06-12')).toMatchObject({ status: 'pending', since: '2018-06-12', sources: ['b-2', 'a-1'] });
  });

  test('the last entry up to the day holds, with all before it as history', () => {
    const standing = on('2019-12-31');
    expect(standing).toMatchObject({ status: 'lapsed', since: '2019-10-05', event: 'stop', sources: ['b-2'] });
    expect(standing?.history.map(({ status }) => status)).toEqual(['pending', 'fulfilled', 'lapsed']);
  });

  test('an entry known only by its month counts from the first day of it', () => {
    expect(on('2018-06-30')?.status).toBe('fulfilled'); // 1 July begins in Seoul while it is 30 June in UTC
    expect(on('2018-06-29')?.status).toBe('pending');
  });

  test('a month or year asked for means its last day', () => {
    expect(on('2018')).toEqual(on('2018-12-31'));
    expect(on('2019-10')?.status).toBe('lapsed');
  });
});

test('by the day of a document every commitment of it stands, and history only grows', () => {
  for (const made of fixtureSnapshot().documents) {
    const first = commitmentsBy(made, Date.parse(made.date.end ?? ''));
    const last = commitmentsBy(made, by('2099'));
    expect(last.map(({ n }) => n)).toEqual(made.commitments.map(({ n }) => n));
    for (const [i, { history }] of first.entries()) expect(last[i]?.history.slice(0, history.length)).toEqual(history);
  }
});
