import sums from '@peninsula/api/bulk.json';
import type { BulkFile } from '#lib/view/data-tables.ts';

/** Files of a release as the API was built to serve them; known to the build, so that no page waits for the API. */
export const bulkFiles = (release: string): readonly BulkFile[] =>
  (sums as Readonly<Record<string, readonly BulkFile[] | undefined>>)[release] ?? [];
