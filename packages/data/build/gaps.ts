import { join } from 'node:path';
import { LANGS } from '../src/schema/lists.ts';
import { build } from './line.ts';
import { formatProblems } from './problem.ts';
import { stretchesOf } from './quality/coverage.ts';
import { MAJOR } from './quality/index.ts';

/** `npm run gaps [-- kind …]`: what a curator could add next. Prints counts, or the whole list of the kinds named. */
const asked = process.argv.slice(2).filter((argument) => argument !== '--');
const result = build(join(import.meta.dirname, '../records'));
if (!result.ok) {
  console.error(formatProblems(result.problems));
  process.exit(1);
}
const { events, sources, persons, documents, manifest } = result.snapshot;
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

const KINDS: Record<string, { says: string; list: string[] }> = {
  'single-source': {
    says: 'events that rest on one source that is not official',
    list: ids(events.filter(({ coding }) => coding.singleSource === true)),
  },
  ...Object.fromEntries(
    LANGS.map((lang) => [
      `summary-${lang}`,
      {
        says: `events without a summary in ${lang}`,
        list: ids(events.filter(({ summary }) => summary[lang] === undefined)),
      },
    ]),
  ),
  'untitled-source': {
    says: 'sources without their title',
    list: sources.filter(({ title }) => title === null).map(({ id, url }) => `${id}  ${url}`),
  },
  'undated-source': {
    says: 'sources without their date',
    list: sources.filter(({ published }) => published === null).map(({ id, url }) => `${id}  ${url}`),
  },
  'unsettled-account': {
    says: 'differing accounts without a preferred value; right where nothing decides between them',
    list: events.flatMap(({ id, accounts }) =>
      accounts.filter(({ preferred }) => preferred === undefined).map(({ field }) => `${id}  ${field}`),
    ),
  },
  'uncounted-launch': {
    says: 'launches without a count',
    list: ids(events.filter(({ type, detail }) => type === 'missile-launch' && detail.launch?.count === undefined)),
  },
  'undated-office': {
    says: 'persons with an office that has no first day',
    list: ids(persons.filter(({ offices }) => offices.some(({ from }) => from === null))),
  },
  'open-commitment': {
    says: 'commitments without any dated status',
    list: documents.flatMap(({ id, commitments }) =>
      commitments.filter(({ status }) => status.length === 0).map(({ n }) => `${id}  ${n}`),
    ),
  },
  silence: {
    says: 'stretches of 30 days or more in the core window without a record of a major actor',
    list: MAJOR.flatMap((actor) =>
      stretchesOf(events, manifest, actor)
        .filter(({ days }) => days >= 30)
        .map(({ from, to, days }) => `${actor}  ${from} to ${to}, ${days} days`),
    ),
  },
};

const unknown = asked.filter((kind) => !(kind in KINDS));
if (unknown.length > 0) {
  console.error(`no kind ${unknown.join(', ')}; there are ${Object.keys(KINDS).join(', ')}`);
  process.exit(1);
}
for (const [kind, { says, list }] of Object.entries(KINDS)) {
  if (asked.length === 0) console.log(`${String(list.length).padStart(5)}  ${kind.padEnd(18)} ${says}`);
  else if (asked.includes(kind)) console.log(list.join('\n'));
}
if (asked.length === 0) console.log('npm run gaps -- <kind> lists them');
