import { expect, test } from 'vitest';
import { openRecord } from '../query/index.ts';
import { fixtureSnapshot } from '../../test/world.ts';
import { cite, CITE_STYLES, citedAt } from './index.ts';

const record = openRecord(fixtureSnapshot());
const at = (path: string) => citedAt(record, new URL(path, 'https://peninsula.test'));

test('an address of the API and of the dashboard, in any language, cites the same event', () => {
  const [api, page, korean] = [
    '/v1/events/stockholm-talks-2019',
    '/events/stockholm-talks-2019',
    '/ko/events/stockholm-talks-2019',
  ].map(at);
  expect(api?.title).toBe(page?.title);
  expect(korean?.title).toBe(page?.title);
  expect(page?.note).toContain('2019-10-05');
});

test('a view is cited by its place, the front page as the dataset', () => {
  expect(at('/relations/US~KP?half_life=30').url).toContain('half_life=30');
  expect(at('/').id).toBe('dataset');
});

test.each(CITE_STYLES)('%s names title, release and address, twice the same', (style) => {
  const cited = at('/events/stockholm-talks-2019');
  const text = cite(cited, style);
  expect(text).toContain(cited.release);
  expect(text).toContain('https://peninsula.test/events/stockholm-talks-2019');
  expect(cite(cited, style)).toBe(text);
});

test('BibTeX keeps what would be a command, CSL-JSON is JSON, RIS ends its entry', () => {
  const cited = { ...at('/'), title: '100 % & #1 {braced}' };
  expect(cite(cited, 'bibtex')).toContain('100 \\% \\& \\#1 \\{braced\\}');
  expect(JSON.parse(cite(cited, 'csl-json'))).toMatchObject([{ type: 'dataset' }]);
  expect(cite(cited, 'ris')).toMatch(/ER {2}- \r\n$/);
});
