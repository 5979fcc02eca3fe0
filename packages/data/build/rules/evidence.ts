import { OFFICIAL_KINDS } from '../../src/schema/index.ts';
import type { Rule } from './rule.ts';

export const evidence: Rule = {
  name: 'evidence',
  says: 'An event rests on an official or primary source or on two publishers; one that does not says so in coding.singleSource. High confidence needs an official or primary source or three publishers.',
  check(world, report) {
    for (const event of world.events.values()) {
      const { sources, coding, positions } = event.value;
      const official = sources.some((source) => OFFICIAL_KINDS.includes(source.kind));
      const publishers = new Set(sources.map((source) => source.publisher)).size;
      const enough = official || publishers >= 2;
      if (!enough && coding.singleSource !== true) {
        report(
          event,
          ['sources'],
          `one source only, ${sources[0]?.publisher ?? ''}, and not an official one`,
          'add a second publisher or an official text, or set coding.singleSource: true',
        );
      }
      if (enough && coding.singleSource === true) {
        report(event, ['coding', 'singleSource'], 'marked single-source but it is not', 'remove coding.singleSource');
      }
      if (coding.confidence === 'high' && !official && publishers < 3) {
        report(
          event,
          ['coding', 'confidence'],
          `high confidence on ${publishers === 1 ? 'one publisher' : 'two publishers'}, none of them official`,
          'add an official text or a third publisher, or set confidence: medium',
        );
      }
      positions.forEach((position, i) => {
        if (
          position.grade === 'D' &&
          !positions.some((other) => other.issue === position.issue && other.grade !== 'D')
        ) {
          report(
            event,
            ['positions', i, 'grade'],
            'grade D stands alone',
            'find a source that puts it on record, or leave it out',
          );
        }
      });
      const seen = new Map<string, number>();
      sources.forEach((source, i) => {
        const before = seen.get(source.url);
        if (before !== undefined) {
          report(event, ['sources', i, 'url'], `the URL is already source ${before + 1}`, 'merge the two entries');
        }
        seen.set(source.url, i);
      });
    }
  },
};
