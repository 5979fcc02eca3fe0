import { DEFAULTS, HALF_LIVES, WEIGHTINGS } from '@peninsula/data/models';
import { evidence } from './evidence.ts';
import { get, inPath, type Json, list, type Paths, query, row, single } from './parts.ts';

const pair = inPath('pair', 'KP~US');

export const relations = (): Paths => ({
  '/v1/relations': get({
    summary: 'Pairs of actors with a signal between them',
    id: 'listRelations',
    answer: list(row('dyad', 'events')),
    formats: ['json', 'ndjson', 'csv'],
  }),
  '/v1/relations/{pair}': get({
    summary: 'Coordination and rivalry of a pair, each way and both together, a point a week',
    id: 'getRelation',
    parameters: [pair, ...relationParameters()],
    answer: single(row('pair', 'directed', 'both')),
    formats: ['json', 'ndjson', 'csv'],
  }),
  '/v1/relations/{pair}/explain': get({
    summary: 'What made a level (at), or moved it between two days (from, to); the parts add up to it',
    id: 'getRelationExplanation',
    parameters: [
      pair,
      query('at', { type: 'string' }, 'The day (EDTF)', { example: '2019-12-20' }),
      ...relationParameters(),
    ],
    answer: single(row('directed', 'both')),
  }),
  '/v1/relations/{pair}/turning-points': get({
    summary: 'When a level changed, as intervals of dates',
    id: 'getTurningPoints',
    parameters: [pair, ...relationParameters()],
    answer: list(row('dimension', 'date', 'interval_90')),
  }),
  '/v1/relations/{pair}/responses': get({
    summary: 'Whether one side’s events were followed by the other’s, against what it did anyway; with power',
    id: 'getResponses',
    parameters: [pair, ...relationParameters()],
    answer: list(row('from', 'to', 'dimension', 'window', 'observed', 'expected', 'ratio')),
  }),
  '/v1/models': get({ summary: 'Model cards', id: 'listModels', answer: list(row('id', 'purpose', 'limits')) }),
  '/v1/models/{id}': get({
    summary: 'One model card',
    id: 'getModel',
    parameters: [inPath('id', 'dpg')],
    answer: single(row('id', 'equations', 'limits')),
  }),
});

function relationParameters(): Json[] {
  return [
    query('from', { type: 'string' }, 'First day (EDTF); the core window where left out', { example: '2017' }),
    query('to', { type: 'string' }, 'Last day (EDTF)', { example: '2019' }),
    query('half_life', { enum: HALF_LIVES.map(String), default: String(DEFAULTS.halfLife) }, 'Half-life in days'),
    query('weights', { enum: Object.keys(WEIGHTINGS), default: DEFAULTS.weighting }, 'How intensity counts'),
    ...evidence(),
  ];
}
