import { CITE_STYLES } from '@peninsula/data/cite';
import { METADATA_NAMES } from '../routes/files.ts';
import { type Examples, get, inPath, list, type Paths, plain, query, row, single } from './parts.ts';

export const releases = (examples: Examples): Paths => ({
  '/v1/releases': get({
    summary: 'Releases, oldest first',
    id: 'listReleases',
    answer: list(row('release', 'released', 'digest', 'counts')),
  }),
  '/v1/diff': get({
    summary: 'What changed between two releases: records, verdicts, and estimates that moved',
    id: 'diff',
    parameters: [
      query('from', { type: 'string' }, 'Earlier release; the one before the last where left out', {
        example: examples['release'],
      }),
      query('to', { type: 'string' }, 'Later release; the last where left out', { example: examples['release'] }),
    ],
    answer: single(row('from', 'to', 'tables', 'estimates')),
  }),
  '/v1/changes': get({
    summary: 'Corrections and releases, newest first; a feed to subscribe to',
    id: 'listChanges',
    parameters: [
      query('since', { type: 'string' }, 'First day: YYYY, YYYY-MM or YYYY-MM-DD', { example: '2026-01-01' }),
    ],
    answer: list(row('date', 'kind', 'id', 'what', 'why')),
    formats: ['json', 'ndjson', 'csv', 'atom', 'jsonfeed'],
    columns: ['date', 'kind', 'id', 'what', 'why'],
  }),
  '/v1/cite': get({
    summary: 'How to cite a record, a view or the whole, in five styles',
    id: 'cite',
    parameters: [
      query('url', { type: 'string' }, 'An address of this API or of the dashboard; a path is one of this API', {
        example: '/v1/events/stockholm-talks-2019',
      }),
      query('style', { enum: CITE_STYLES, default: 'apa' }, 'The style of `text`; `styles` holds all'),
    ],
    answer: single(row('id', 'title', 'url', 'release', 'style', 'text', 'media', 'styles')),
  }),
  '/v1/bulk': {
    get: {
      operationId: 'bulk',
      summary: 'To the index of files of the release',
      parameters: [],
      responses: { 302: { description: 'The index' } },
    },
  },
  '/v1/bulk/{release}/{file}': plain(
    'A whole table as JSON, NDJSON, CSV or Parquet; `index.json` and `SHA256SUMS` list them with their digests',
    'bulkFile',
    'application/json',
    [inPath('release', examples['release']), inPath('file', 'index.json')],
    true,
    true,
  ),
  '/v1/metadata/{name}': plain(
    'The dataset described as a Data Package, in DCAT, Croissant and CSVW',
    'metadata',
    'application/json',
    [inPath('name', 'datapackage.json', { enum: METADATA_NAMES })],
    true,
    true,
  ),
});
