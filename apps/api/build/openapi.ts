import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { snapshot } from '@peninsula/data/snapshot';
import { openapi } from '../src/openapi/document.ts';

const folder = join(import.meta.dirname, '../src/generated');
const examples = {
  release: snapshot.manifest.release,
  ...Object.fromEntries(
    (
      ['events', 'actors', 'persons', 'places', 'sources', 'documents', 'processes', 'claims', 'rules'] as const
    ).flatMap((table) => {
      const row =
        snapshot[table].find(({ id }) => ['stockholm-talks-2019', 'KP', 'article-ten-srbm-tests'].includes(id)) ??
        snapshot[table][0];
      return row ? [[table, row.id as string]] : [];
    }),
  ),
};
mkdirSync(folder, { recursive: true });
const file = join(folder, 'openapi.json');
writeFileSync(`${file}.next`, `${JSON.stringify(openapi(snapshot.manifest, examples))}\n`);
renameSync(`${file}.next`, file);
