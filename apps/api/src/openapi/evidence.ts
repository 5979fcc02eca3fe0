import { SourceKind } from '@peninsula/data/schema';
import { type Json, query } from './parts.ts';

/** Which evidence counts: levels, turning points and positions recompute from what is left. */
export function evidence(): Json[] {
  return [
    query('source_country', { type: 'string' }, 'Only what a source from these countries supports', {
      example: 'US,CN',
    }),
    query('source_type', { type: 'string' }, `Only what such a source supports: ${SourceKind.options.join(', ')}`, {
      example: 'official-readout',
    }),
    query('lang', { type: 'string' }, 'Only what a source in these languages supports', { example: 'en,ko' }),
    query('without_source', { type: 'string' }, 'Leave these sources out', { example: 'yna.co.kr-00000000' }),
    query('known_by', { type: 'string' }, 'Only what had been published by this day', { example: '2019-10-05' }),
  ];
}
