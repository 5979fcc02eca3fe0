import { TABLES } from '@peninsula/data/schema';
import { generate } from './generate.ts';

// Names of the fields of each table, for a worker that starts without the schemas.
generate(
  'columns.json',
  Object.fromEntries(Object.entries(TABLES).map(([table, { shape }]) => [table, Object.keys(shape)])),
);
