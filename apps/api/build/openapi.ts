import { snapshot } from '@peninsula/data/snapshot';
import { openapi } from '../src/openapi/document.ts';
import { generate } from './generate.ts';

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
generate('openapi.json', openapi(snapshot.manifest, examples));
