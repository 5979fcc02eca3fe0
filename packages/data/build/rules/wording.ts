import type { Rule } from './rule.ts';

/** Words that judge or guess at motives. Inside quotation marks they are somebody's words and stay. */
const LOADED = [
  'rogue',
  'brazen',
  'brazenly',
  'belligerent',
  'bellicose',
  'so-called',
  'desperate',
  'stunning',
  'shocking',
  'dramatically',
  'hermit kingdom',
  'dictator',
  'puppet',
  'despot',
  'madman',
  'propaganda',
  'blackmail',
  'saber-rattling',
  'sabre-rattling',
];

/** A summary is read in one breath; what is longer belongs in outcomes, accounts or a second event. */
const SUMMARY_WORDS = 90;
const TITLE_CHARACTERS = 110;

export const wording: Rule = {
  name: 'wording',
  says: 'Titles and summaries say what was done and by whom, shortly and without judging words.',
  check(world, report) {
    const pattern = new RegExp(`\\b(${LOADED.join('|')})\\b`, 'i');
    for (const table of [world.events, world.documents]) {
      for (const record of table.values()) {
        const { title, summary } = record.value;
        for (const [path, text] of [
          [['title', 'en'], title.en],
          [['summary', 'en'], summary.en],
        ] as const) {
          const found = pattern.exec(text.replace(/[“"][^”"]*[”"]/g, ''));
          if (found)
            report(
              record,
              path,
              `${JSON.stringify(found[1])} judges`,
              'say what was done, by whom; or quote it with its speaker',
            );
        }
        const words = summary.en.split(/\s+/).length;
        if (words > SUMMARY_WORDS) {
          report(
            record,
            ['summary', 'en'],
            `the summary has ${words} words`,
            `keep it under ${SUMMARY_WORDS}; use outcomes and accounts`,
          );
        }
        if (title.en.length > TITLE_CHARACTERS) {
          report(
            record,
            ['title', 'en'],
            `the title has ${title.en.length} characters`,
            `keep it under ${TITLE_CHARACTERS}`,
          );
        }
      }
    }
  },
};
