import type { Rule } from './rule.ts';

const MAX_WORDS = 25;

export const quotations: Rule = {
  name: 'quotations',
  says: 'No quotation is longer than 25 words, in a quote field or between quotation marks in prose.',
  check(world, report) {
    for (const table of [world.events, world.documents]) {
      for (const record of table.values()) {
        visit(record.value, [], (path, text) => {
          for (const [, quoted = ''] of text.matchAll(/“([^”]+)”|"([^"]+)"/g)) {
            const words = quoted.split(/\s+/).filter(Boolean).length;
            if (words > MAX_WORDS)
              report(
                record,
                path,
                `a quotation of ${words} words`,
                `quote at most ${MAX_WORDS}; put the rest in our words`,
              );
          }
        });
      }
    }
  },
};

function visit(value: unknown, path: PropertyKey[], see: (path: PropertyKey[], text: string) => void): void {
  if (typeof value === 'string') see(path, value);
  else if (value !== null && typeof value === 'object') {
    for (const [key, child] of Object.entries(value))
      visit(child, [...path, Array.isArray(value) ? Number(key) : key], see);
  }
}
