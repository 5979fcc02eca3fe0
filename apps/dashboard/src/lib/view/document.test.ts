import { openRecord } from '@peninsula/data';
import { askedDay } from '@peninsula/data/dates';
import { commitmentsBy } from '@peninsula/data/query';
import { CommitmentStatus } from '@peninsula/data/schema';
import { snapshot } from '@peninsula/data/snapshot';
import { describe, expect, test } from 'vitest';
import { STANDINGS } from '#lib/charts/standings.ts';
import { m } from '#lib/paraglide/messages.js';
import { documentView } from './document.ts';
import { documentsView } from './documents.ts';

const record = openRecord(snapshot);
const documentOf = (id: string) => {
  const found = record.get('documents', id);
  if (found.status !== 'found') throw new Error(`${id} is missing`);
  return found.value;
};
const singapore = documentOf('singapore-joint-statement-2018');
const at = (day: string) => documentView(record, singapore, day, 'en');

describe('the Singapore statement at the end of 2019', () => {
  const view = at('2019-12-31');

  test('stands as the package, and so the API, says', () => {
    const standings = commitmentsBy(singapore, askedDay('2019-12-31')?.end ?? 0);
    expect(view.commitments.map(({ n, status }) => [n, status])).toEqual(standings.map(({ n, status }) => [n, status]));
    expect(view.finding).toBe('On 31 December 2019: 2 partly fulfilled, 2 pending, 2 disputed');
  });

  test('each status has a note, an event and sources on the printed sheet', () => {
    const numbers = view.notes.sheet.map(({ n }) => n);
    for (const row of view.commitments) {
      expect(row.note?.text).toBeTruthy();
      expect(row.event?.title).toBeTruthy();
      expect(row.statusRefs.length).toBeGreaterThan(0);
      for (const n of [...row.refs, ...row.statusRefs]) expect(numbers).toContain(n);
    }
  });

  test('notes are numbered in the order in which the page refers to them, without a gap', () => {
    const { sheet, more, others } = view.notes;
    expect([...sheet, ...more, ...others].map(({ n }) => n)).toEqual(
      Array.from({ length: sheet.length + more.length + others.length }, (_none, i) => i + 1),
    );
    const order = view.commitments.flatMap(({ refs, statusRefs }) => [...refs, ...statusRefs]);
    expect([...new Set(order)]).toEqual(sheet.map(({ n }) => n));
  });

  test('each note says who published it, what kind it is and where it is', () => {
    for (const note of [...view.notes.sheet, ...view.notes.more, ...view.notes.others]) {
      expect(note.publisher).not.toBe('');
      expect(note.kind).not.toBe('');
      expect(note.url).toMatch(/^https?:\/\//);
    }
  });

  test('a standing said again has held since it was first said', () => {
    expect(view.commitments[0]).toMatchObject({ status: 'pending', since: '12 June 2018', noted: '31 December 2019' });
    expect(view.commitments[1]).toMatchObject({ status: 'pending', since: '28 February 2019', noted: null });
  });

  test('entries after the day are marked as later', () => {
    expect(view.commitments[2]?.entries.map(({ later }) => later)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

test('before the document was made nothing stands, and a bad day is refused and replaced', () => {
  expect(at('2018-06-01').finding).toBe('On 1 June 2018 no commitment of this document stood');
  expect(at('2018-06-01').commitments.every(({ status }) => status === null)).toBe(true);
  const refused = at('last week').at;
  expect(refused.refused).toBe('last week');
  expect(refused.iso).toBe(snapshot.manifest.released);
  expect(at('').at.refused).toBeNull();
});

test('the days offered end with the release and lie after the document', () => {
  expect(at('').presets.map((preset) => preset.at)).toEqual(['2018-12-31', '2019-12-31', snapshot.manifest.released]);
  for (const document of record.list('documents')) {
    const offered = documentView(record, document, '', 'en').presets.map((preset) => preset.at);
    expect(offered).toEqual([...offered].sort());
    expect((offered[0] ?? '') >= document.date.edtf).toBe(true);
  }
});

test('every document can be shown in every language, each commitment on its strip', () => {
  for (const document of record.list('documents'))
    for (const lang of ['en', 'ko', 'zh-Hans', 'zh-Hant'] as const) {
      const view = documentView(record, document, '2019-12-31', lang);
      expect(view.title).toBe(document.title[lang]);
      expect(view.chart.rows.length).toBe(document.commitments.length);
      const entries = view.chart.rows.reduce((sum, row) => sum + row.entries.length, 0);
      expect(view.commitments.reduce((sum, row) => sum + row.entries.length, 0)).toBe(entries);
    }
});

describe('all documents', () => {
  const all = documentsView(record, '', '', 'en');
  const rows = all.decades.flatMap((decade) => decade.rows);

  test('are listed once, in order of date, and their commitments add up', () => {
    expect(rows.length).toBe(snapshot.documents.length);
    const days = rows.map(({ id }) => documentOf(id).date.start ?? '');
    expect(days).toEqual([...days].sort());
    const commitments = rows.reduce((sum, row) => sum + row.commitments, 0);
    expect(commitments).toBe(snapshot.documents.flatMap((document) => document.commitments).length);
    expect(all.tally.reduce((sum, { n }) => sum + n, 0)).toBe(commitments);
  });

  test('by party and issue, only commitments on the issue are counted', () => {
    const view = documentsView(record, 'KP', 'humanitarian', 'en');
    const shown = view.decades.flatMap((decade) => decade.rows);
    expect(shown.length).toBe(view.total);
    expect(view.total).toBeGreaterThan(2);
    for (const row of shown) {
      expect(row.parties.map(({ id }) => id)).toContain('KP');
      const on = documentOf(row.id).commitments.filter(({ issue }) => issue === 'humanitarian');
      expect(row.commitments).toBe(on.length);
    }
  });

  test('where nothing matches, leaving out either filter says how many there are', () => {
    const view = documentsView(record, 'CN', 'humanitarian', 'en');
    expect(view.total).toBe(0);
    for (const { parameter, n } of view.drops) {
      const left = documentsView(
        record,
        parameter === 'party' ? '' : 'CN',
        parameter === 'issue' ? '' : 'humanitarian',
        'en',
      );
      expect(left.total).toBe(n);
    }
    expect(view.drops.length).toBe(2);
  });
});

test('every status of a commitment and every kind of document has a label', () => {
  expect([...STANDINGS].sort()).toEqual([...CommitmentStatus.options].sort());
  for (const status of STANDINGS) expect(Object.keys(m)).toContain(`standing_${status}`);
  for (const { type } of snapshot.documents) expect(Object.keys(m)).toContain(`documents_kind_${type}`);
});
