import { evidence } from './evidence.ts';
import { get, inPath, list, type Paths, query, ref, row, single } from './parts.ts';

const day = query('at', { type: 'string', default: '2019-12-20' }, 'The day (EDTF)', { example: '2019-12-20' });
const cell = [inPath('actor', 'CN'), inPath('issue', 'sanctions')];

export const stances = (): Paths => ({
  '/v1/stances': get({
    summary: 'What each actor held on each issue on a day',
    id: 'listStances',
    parameters: [
      day,
      query('actor', { type: 'string' }, 'Actors, comma-separated', { example: 'CN,US' }),
      query('issue', { type: 'string' }, 'Issues, comma-separated', { example: 'sanctions' }),
      ...evidence(),
    ],
    answer: list(row('actor', 'issue', 'value', 'low', 'high', 'n', 'since', 'stale')),
    formats: ['json', 'ndjson', 'csv'],
  }),
  '/v1/stances/{actor}/{issue}': get({
    summary: 'The statements of one actor on one issue, in order of date',
    id: 'getStance',
    parameters: [
      ...cell,
      query('against', { type: 'string' }, 'Another actor: adds the distance to it, month by month', { example: 'US' }),
      ...evidence(),
    ],
    answer: list(ref('stances')),
    formats: ['json', 'ndjson', 'csv'],
  }),
  '/v1/stances/{actor}/{issue}/explain': get({
    summary: 'The statement that holds on a day, what it superseded, and its sources',
    id: 'getStanceExplanation',
    parameters: [...cell, day, ...evidence()],
    answer: single(row('at', 'value', 'holds', 'sources')),
  }),
});
