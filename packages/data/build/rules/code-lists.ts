import { EventTypeId, FAMILIES, IssueId } from '../../src/schema/index.ts';
import type { Table } from '../world.ts';
import type { Rule } from './rule.ts';

export const codeLists: Rule = {
  name: 'code-lists',
  says: 'Every event type and issue of the schema is defined once, in its family, and nothing else is.',
  check(world, report) {
    if (!world.dataset) return;
    const missing = (codes: readonly string[], table: Table<unknown>, file: string) => {
      for (const code of codes.filter((code) => !table.has(code))) {
        if (world.dataset)
          report({ ...world.dataset, file, lineOf: () => 1 }, [], `${code} is not defined`, `define it in ${file}`);
      }
    };
    missing(EventTypeId.options, world.types, 'event-types.yaml');
    missing(IssueId.options, world.issues, 'issues.yaml');
    for (const type of world.types.values()) {
      const family = Object.entries(FAMILIES).find(([, types]) => (types as readonly string[]).includes(type.id))?.[0];
      if (family === undefined)
        report(type, [], `${type.id} is not an event type`, 'add it to src/schema/codes.ts or remove it');
      else if (family !== type.value.family)
        report(type, ['family'], `${type.id} belongs to ${family}`, `write family: ${family}`);
    }
    for (const issue of world.issues.values()) {
      if (!(IssueId.options as readonly string[]).includes(issue.id)) {
        report(issue, [], `${issue.id} is not an issue`, 'add it to src/schema/codes.ts or remove it');
      }
    }
  },
};
