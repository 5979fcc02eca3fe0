import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { EventTypeId, IssueId, Level, Modality, Role, SourceKind } from '../src/schema/index.ts';

/** `npm run new -- event <id>`: a commented skeleton to fill in. Never overwrites. */
const [kind, id = ''] = process.argv.slice(2).filter((argument) => argument !== '--');
const usage = 'usage: npm run new -- event <id>        e.g. npm run new -- event stockholm-talks-2019';

if (kind !== 'event') fail(`cannot make ${kind === undefined ? 'nothing' : JSON.stringify(kind)}\n${usage}`);
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
  fail(`${JSON.stringify(id)} cannot be an id: use lower-case words joined by hyphens\n${usage}`);
const year = /(?:^|-)((?:19|20)\d\d)(?:-|$)/.exec(id)?.[1];
if (year === undefined)
  fail(`${JSON.stringify(id)} names no year; events are kept by year, so let the id carry it: ${id}-2019\n${usage}`);

const file = join(import.meta.dirname, '../records/events', year, `${id}.yaml`);
if (existsSync(file)) fail(`${relative(process.cwd(), file)} exists; nothing was changed`);
mkdirSync(join(file, '..'), { recursive: true });
writeFileSync(file, skeleton(year), { flag: 'wx' });
console.log(
  `${relative(join(import.meta.dirname, '../../..'), file)} is yours to fill in.\nnpm run check-record tells what is still missing.`,
);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function skeleton(year: string): string {
  return `# One event, one file; the file name is the id. CODEBOOK.md explains every field. Lines that start with # are for you: remove them.
# One of: ${EventTypeId.options.join(' ')}
type: talks
# Short and neutral, in all four languages: who did what.
title:
  en:
  zh-Hans:
  zh-Hant:
  ko:
# One or two sentences of our own: what was done and said, by whom. No adjectives about motives.
summary:
  en:
# EDTF in the local civil date of the zone: ${year}-10-05 · ${year}-10 · ${year}-10-05? (uncertain) · ${year}-10~ (about) · ${year}-05/${year}-10
date: ${year}-01-01
zone: Asia/Seoul
# Leave out when it occurred. Else one of: ${Modality.options.join(' ')}
# modality: announced
# A file name in records/places, and one in records/processes; leave out where there is none.
# place: stockholm
# process: us-dprk-2018-19
# Primary first. Any of: ${IssueId.options.join(' ')}
issues: [dialogue]
# Roles: ${Role.options.join(' ')}
# Levels, highest first: ${Level.options.join(' ')}
participants:
  - { actor: KP, role: party, level: envoy, persons: [] }
  - { actor: US, role: party, level: envoy, persons: [] }
# What each side said came of it; evidence counts the sources below from 1.
# outcomes:
#   - { party: KP, text: { en: … }, evidence: [1] }
# Where sources differ (date, count, system, cause …), with the value the record uses and why.
# accounts:
#   - field: count
#     values: [{ value: two, evidence: [1] }, { value: three, evidence: [2] }]
#     preferred: two
#     reason: two official statements agree
# A position on an issue scale (−2 … +2), as said (declared) or done (revealed).
# positions:
#   - { actor: US, issue: sequencing, lo: 1, hi: 1, basis: declared, grade: B, said: …, evidence: [1] }
# links: [{ rel: follows, to: another-event-id }]
# An official or primary source, or two publishers. The URL exactly as found; \`says\` in our words.
# Kinds: ${SourceKind.options.join(' ')}
sources:
  - url:
    publisher:
    country:
    kind: wire
    published: '${year}-01-01'
    title:
    says:
coding: { by: compiler, review: draft, confidence: medium }
`;
}
