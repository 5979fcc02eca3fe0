import { ClaimKind, TABLES, Verdict } from '@peninsula/data/schema';
import { type Examples, get, inPath, list, type Paths, query, ref, row, single } from './parts.ts';

export const claims = (examples: Examples): Paths => ({
  '/v1/claims': get({
    summary: 'Sentences of a text as checks that run, in the order of the text',
    id: 'listClaims',
    parameters: [
      query('text', { type: 'string' }, 'Document the sentences stand in', { example: 'founding-article-2020' }),
      query('kind', { enum: ClaimKind.options }, 'What a sentence asserts'),
      query('verdict', { enum: Verdict.options }, 'What the record says of it'),
    ],
    answer: list(ref('claims')),
    formats: ['json', 'ndjson', 'csv'],
    columns: Object.keys(TABLES.claims.shape),
  }),
  '/v1/claims/{id}': get({
    summary: 'One claim; as JSON-LD a schema.org ClaimReview',
    id: 'getClaim',
    parameters: [inPath('id', examples['claims'])],
    answer: single(ref('claims')),
    formats: ['json', 'jsonld'],
  }),
  '/v1/claims/{id}/check': get({
    summary: 'Runs a claim. Its own parameters are query parameters here; a definition may flip the verdict',
    id: 'getCheck',
    parameters: [
      inPath('id', examples['claims']),
      query('known_by', { type: 'string' }, 'Only what had been published by this day', { example: '2020-02-06' }),
    ],
    answer: single(row('claim', 'verdict', 'value', 'parameters', 'rows', 'trace')),
  }),
  '/v1/rules': get({
    summary: 'Counting rules',
    id: 'listRules',
    answer: list(ref('rules')),
    formats: ['json', 'ndjson', 'csv'],
    columns: Object.keys(TABLES.rules.shape),
  }),
  '/v1/rules/{id}': get({
    summary: 'One counting rule',
    id: 'getRule',
    parameters: [inPath('id', examples['rules'])],
    answer: single(ref('rules')),
  }),
  '/v1/count': get({
    summary: 'Launches counted by a rule, with every event left in and out; by several rules, also where they differ',
    id: 'count',
    parameters: [
      query('rule', { type: 'string' }, 'Rule, or rules separated by commas', {
        required: true,
        example: 'all-launches',
      }),
      query('from', { type: 'string', default: '2019-05' }, 'First day (EDTF), in days of the rule’s zone', {
        example: '2019-05',
      }),
      query('to', { type: 'string', default: '2019-10' }, 'Last day (EDTF), inclusive', { example: '2019-10' }),
    ],
    answer: single(row('rule', 'window', 'value', 'unit', 'included', 'excluded')),
  }),
});
