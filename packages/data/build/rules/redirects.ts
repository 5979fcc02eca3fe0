import type { Rule } from './rule.ts';

export const redirects: Rule = {
  name: 'redirects',
  says: 'A retired id leads straight to living ids: no chains, no loops, nothing that still exists.',
  check(world, report) {
    const living = new Set([
      ...world.unread,
      ...world.events.keys(),
      ...world.documents.keys(),
      ...world.persons.keys(),
      ...world.places.keys(),
    ]);
    for (const redirect of world.redirects.values()) {
      const { kind, to } = redirect.value;
      if (living.has(redirect.id)) {
        report(
          redirect,
          [],
          `${JSON.stringify(redirect.id)} is retired here and still has a record`,
          'remove one of the two',
        );
      }
      const wanted = kind === 'moved' ? 'one target' : kind === 'split' ? 'two targets or more' : 'no target';
      const fits = kind === 'moved' ? to.length === 1 : kind === 'split' ? to.length > 1 : to.length === 0;
      if (!fits) report(redirect, ['to'], `${kind} names ${to.length} targets`, `${kind} takes ${wanted}`);
      to.forEach((id, i) => {
        if (world.redirects.has(id)) {
          report(
            redirect,
            ['to', i],
            `${JSON.stringify(id)} is itself retired`,
            'point at the record it became; chains are not followed',
          );
        } else if (!living.has(id)) {
          report(redirect, ['to', i], `no record ${JSON.stringify(id)}`, 'point at a record that exists');
        }
      });
    }
  },
};
