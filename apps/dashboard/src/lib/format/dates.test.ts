import { describe, expect, test } from 'vitest';
import { isRough, writeDate } from './dates.ts';
import { monthEnd, monthsBetween, monthStart, spanOf } from './days.ts';

describe('dates are written out', () => {
  test.each([
    ['2019-10-05', '5 October 2019'],
    ['2019-02-27/2019-02-28', '27–28 February 2019'],
    ['2019-10', 'October 2019'],
    ['2019', '2019'],
    ['2019-12~', 'about December 2019'],
    ['2019-12-03?', 'possibly 3 December 2019'],
    ['../2019-12-31', 'until 31 December 2019'],
    ['2019-12-31/..', 'since 31 December 2019'],
  ])('%s', (edtf, text) => {
    expect(writeDate(edtf, 'en').replace(/\s/g, ' ').replace(' – ', '–')).toBe(text);
  });

  test('in the reader’s language', () => {
    expect(writeDate('2019-10-05', 'ko')).toBe('2019년 10월 5일');
    expect(writeDate('2019-10-05', 'zh-Hans')).toBe('2019年10月5日');
  });

  test('what is not EDTF is shown as it stands', () => {
    expect(writeDate('some day', 'en')).toBe('some day');
  });
});

test('a date is rough where no day is committed to', () => {
  const date = (edtf: string, uncertain = false) =>
    ({ edtf, uncertain, approximate: false }) as Parameters<typeof isRough>[0];
  expect(isRough(date('2019-10-05'))).toBe(false);
  expect(isRough(date('2019-02-27/2019-02-28'))).toBe(false);
  expect(isRough(date('2019-10'))).toBe(true);
  expect(isRough(date('2019-10-05?', true))).toBe(true);
});

test('months tile the days between two dates', () => {
  const { from, to } = spanOf('2018-11/2019-02');
  const months = monthsBetween(from, to);
  expect(months).toEqual(['2018-11', '2018-12', '2019-01', '2019-02']);
  for (const [i, month] of months.slice(1).entries()) expect(monthEnd(months[i] ?? '')).toBe(monthStart(month));
  expect(monthEnd('2019-02') - monthStart('2018-11')).toBe(to - from + 1);
});
