import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import relations from '../dist/data/relations.json' with { type: 'json' };

/*
 * The turning points of the founding article's three relations, beside what histories of the time name. The list on the right was
 * written from the literature's usual chapters, not from the output; what the model does not find is printed as missed.
 */
const NAMED = [
  {
    pair: 'KP~US',
    dimension: 'rivalry',
    direction: 'rise',
    from: '2017-02-01',
    to: '2017-08-31',
    what: 'the tests and threats of 2017',
  },
  {
    pair: 'KP~US',
    dimension: 'coordination',
    direction: 'rise',
    from: '2018-01-01',
    to: '2018-03-31',
    what: 'the opening of early 2018',
  },
  {
    pair: 'KP~US',
    dimension: 'coordination',
    direction: 'fall',
    from: '2019-02-27',
    to: '2019-03-31',
    what: 'Hanoi, February 2019',
  },
  {
    pair: 'KP~US',
    dimension: 'rivalry',
    direction: 'rise',
    from: '2019-05-01',
    to: '2019-12-31',
    what: 'the return of tests and the year-end deadline of 2019',
  },
  {
    pair: 'CN~KP',
    dimension: 'rivalry',
    direction: 'rise',
    from: '2017-02-01',
    to: '2017-09-30',
    what: 'China’s votes for sanctions in 2017',
  },
  {
    pair: 'CN~KP',
    dimension: 'coordination',
    direction: 'rise',
    from: '2018-03-01',
    to: '2018-04-30',
    what: 'Kim Jong Un’s first visit to China, March 2018',
  },
  {
    pair: 'CN~KP',
    dimension: 'coordination',
    direction: 'rise',
    from: '2019-01-01',
    to: '2019-06-30',
    what: 'the visits of January and June 2019',
  },
  {
    pair: 'CN~US',
    dimension: 'coordination',
    direction: 'rise',
    from: '2017-04-01',
    to: '2017-04-30',
    what: 'Mar-a-Lago, April 2017',
  },
  {
    pair: 'CN~US',
    dimension: 'coordination',
    direction: 'fall',
    from: '2017-11-01',
    to: '2018-07-31',
    what: 'from the Beijing visit to the tariffs, 2018',
  },
  {
    pair: 'CN~US',
    dimension: 'rivalry',
    direction: 'rise',
    from: '2019-11-01',
    to: '2019-12-31',
    what: 'the draft resolution of December 2019',
  },
];

/** As the literature writes it. */
const shown = (pair: string) => (pair === 'KP~US' ? 'US–KP' : pair.replace('~', '–'));

const overlaps = ([from, to]: readonly string[], named: { from: string; to: string }) =>
  (from ?? '') <= named.to && (to ?? '') >= named.from;

const rows = relations
  .filter(({ pair }) => NAMED.some((named) => named.pair === pair))
  .flatMap(({ pair, turns }) =>
    turns.map((turn) => {
      const named = NAMED.filter(
        (one) =>
          one.pair === pair &&
          one.dimension === turn.dimension &&
          one.direction === turn.direction &&
          overlaps(turn.interval_90, one),
      );
      const span = (interval: readonly string[]) => interval.join(' … ');
      return `| ${shown(pair)} | ${turn.dimension} ${turn.direction}s | ${span(turn.interval_50)} | ${span(turn.interval_90)} | ${named.map(({ what }) => what).join('; ') || 'not named'} |`;
    }),
  );
const missed = NAMED.filter(
  (named) =>
    !relations.some(
      ({ pair, turns }) =>
        pair === named.pair &&
        turns.some(
          (turn) =>
            turn.dimension === named.dimension &&
            turn.direction === named.direction &&
            overlaps(turn.interval_90, named),
        ),
    ),
);
const table = [
  '| relation | turn | half the probability | nine tenths | what histories name there |',
  '| --- | --- | --- | --- | --- |',
  ...rows,
  '',
  missed.length === 0
    ? 'None of the named turns was missed.'
    : `Missed: ${missed.map(({ pair, what }) => `${what} (${shown(pair)})`).join('; ')}.`,
].join('\n');
console.log(table);

const file = join(import.meta.dirname, '../../../docs/models.md');
const text = readFileSync(file, 'utf8');
const marked = /(<!-- generated: turns -->\n)[\s\S]*?(\n<!-- end -->)/;
if (!marked.test(text)) throw new Error('docs/models.md has no place marked for the turning points');
writeFileSync(
  `${file}.next`,
  text.replace(marked, (_all, before: string, after: string) => `${before}\n${table}\n${after}`),
);
renameSync(`${file}.next`, file);
