import type { Rule } from './rule.ts';

export const codings: Rule = {
  name: 'codings',
  says: 'A second coding names a record, an actor and an issue that exist, and is kept under exactly that key.',
  check(world, report) {
    for (const coding of world.codings.values()) {
      const { of, actor, issue } = coding.value;
      const key = `${of}.${actor}.${issue}`;
      if (coding.id !== key)
        report(coding, [], `the key ${JSON.stringify(coding.id)} names another unit`, `call it ${JSON.stringify(key)}`);
      if (!world.events.has(of) && !world.documents.has(of) && !world.unread.has(of))
        report(coding, ['of'], `no record ${JSON.stringify(of)}`, 'name an event or document, or remove the coding');
      if (!world.actors.has(actor))
        report(coding, ['actor'], `no actor ${JSON.stringify(actor)}`, 'name an actor of records/actors.yaml');
    }
  },
};
