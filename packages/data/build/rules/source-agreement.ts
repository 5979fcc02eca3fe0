import type { AuthoredSource } from '../../src/schema/index.ts';
import type { Located } from '../world.ts';
import type { Rule } from './rule.ts';

const FIELDS = ['publisher', 'via', 'country', 'kind', 'title', 'lang', 'published'] as const;

export const sourceAgreement: Rule = {
  name: 'source-agreement',
  says: 'A page cited in several records is described the same way in each.',
  check(world, report) {
    const first = new Map<string, { at: Located<unknown>; source: AuthoredSource }>();
    for (const table of [world.events, world.documents, world.persons, world.places, world.rules]) {
      for (const at of table.values()) {
        at.value.sources.forEach((source, i) => {
          const before = first.get(source.url);
          if (!before) {
            first.set(source.url, { at, source });
            return;
          }
          for (const field of FIELDS) {
            const [a, b] = [before.source[field], source[field]];
            if (a !== undefined && b !== undefined && a !== b) {
              report(
                at,
                ['sources', i, field],
                `${field} ${JSON.stringify(b)} of ${source.url} is ${JSON.stringify(a)} in ${before.at.file}`,
                'look at the page and use one description in both',
              );
            }
          }
        });
      }
    }
  },
};
