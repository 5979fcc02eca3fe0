import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'cite/index': 'src/cite/index.ts',
    'claims/index': 'src/claims/index.ts',
    'dates/index': 'src/dates/index.ts',
    'models/index': 'src/models/index.ts',
    'models/cards': 'src/models/cards.ts',
    'query/index': 'src/query/index.ts',
    'metadata/index': 'src/metadata/index.ts',
    'releases/index': 'src/releases/index.ts',
    'schema/index': 'src/schema/index.ts',
    'schema/lists': 'src/schema/lists.ts',
  },
  format: 'esm',
  platform: 'neutral',
  dts: true,
  // The record's build wrote dist/data just before; leave it.
  clean: false,
  fixedExtension: false,
  // One file in, one file out: no hashed chunks to pile up, and importing one part loads only that part.
  unbundle: true,
});
