import { MAX_LIMIT } from '@peninsula/data/query';
import { TABLES } from '@peninsula/data/schema';
import { COMMITMENT_COLUMNS } from '../routes/commitments.ts';
import { PLAIN_TABLES } from '../routes/tables.ts';
import { type Examples, get, inPath, list, paging, type Paths, query, ref, row, single } from './parts.ts';

export const tables = (examples: Examples): Paths => ({
  ...Object.assign(
    {},
    ...PLAIN_TABLES.map((table): Paths => {
      const columns = Object.keys(TABLES[table].shape);
      const dated = table === 'actors' || table === 'persons';
      const at = query('at', { type: 'string' }, 'A date (EDTF): who held which office then, under `included`', {
        example: '2019-10-05',
      });
      return {
        [`/v1/${table}`]: get({
          summary: `The table of ${table}, in pages`,
          id: `list-${table}`,
          parameters: paging({ max: MAX_LIMIT, preset: 50 }),
          answer: list(ref(table)),
          formats: ['json', 'ndjson', 'csv'],
          columns,
        }),
        [`/v1/${table}/{id}`]: get({
          summary: `One of the ${table}`,
          id: `get-${table}`,
          parameters: [inPath('id', examples[table]), ...(dated ? [at] : [])],
          answer: single(ref(table)),
          formats: ['json', 'csv'],
          columns,
        }),
      };
    }),
  ),
  '/v1/documents/{id}/commitments': get({
    summary: 'What each side undertook in a document, and where it stood on a day',
    id: 'getCommitments',
    parameters: [
      inPath('id', examples['documents']),
      query('at', { type: 'string' }, 'The day (EDTF); the day of the release where left out', {
        example: '2019-12-20',
      }),
    ],
    answer: list(row('n', 'by', 'to', 'issue', 'text', 'status', 'since', 'history')),
    formats: ['json', 'ndjson', 'csv'],
    columns: COMMITMENT_COLUMNS,
  }),
  '/v1/terms': get({
    summary: 'Terms of art in their own language, with first and last use by each actor',
    id: 'listTerms',
    answer: list(row('term', 'lang', 'issues', 'n', 'uses')),
    formats: ['json', 'ndjson', 'csv'],
  }),
  '/v1/taxonomy/{list}': get({
    summary: 'A code list',
    id: 'getTaxonomy',
    parameters: [inPath('list', 'types', { enum: ['types', 'issues', 'scales', 'crosswalk'] })],
    answer: list({ type: 'object' }),
    formats: ['json', 'ndjson', 'csv'],
  }),
});
