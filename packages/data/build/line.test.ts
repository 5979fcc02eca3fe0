import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TABLES } from '../src/schema/index.ts';
import { copyOfWorld, fixtureSnapshot, WORLD } from '../test/world.ts';
import { build } from './line.ts';
import { formatProblems } from './problem.ts';
import { filesOf, writeDist } from './write.ts';

const event = 'events/2019/stockholm-talks-2019.yaml';

function broken(change: (text: string) => string, file = event) {
  const world = copyOfWorld();
  writeFileSync(join(world, file), change(readFileSync(join(world, file), 'utf8')));
  const result = build(world);
  return result.ok ? [] : result.problems;
}

test('the fixture world builds and every row fits its published schema', () => {
  const snapshot = fixtureSnapshot();
  for (const [table, schema] of Object.entries(TABLES)) {
    for (const row of snapshot[table as keyof typeof TABLES]) expect(schema.safeParse(row).error).toBeUndefined();
  }
});

test('two builds of one world are byte-equal', () => {
  expect(filesOf(fixtureSnapshot())).toEqual(filesOf(fixtureSnapshot()));
});

test('four mistakes in one record are all reported, each with its line, the bad value and a fix', () => {
  const problems = broken((text) =>
    text
      .replace('type: talks', 'type: talkz')
      .replace('zone: Europe/Stockholm', 'zon: Europe/Stockholm')
      .replace('role: host', 'role: hots')
      .replace('issues: [sequencing, sanctions]', 'issues: [sequencing, sanction]'),
  );
  const text = formatProblems(problems);
  for (const [line, value, fix] of [
    [1, 'talkz', 'talks'],
    [11, 'zon', 'zone'],
    [14, 'sanction', 'sanctions'],
    [18, 'hots', 'host'],
  ] as const) {
    const found = problems.find((problem) => problem.line === line && problem.what.includes(`"${value}"`));
    expect(found, `${text}\nwanted ${value} at line ${line}`).toBeDefined();
    expect(found?.fix).toContain(fix);
  }
  // A record that cannot be read does not drag those that refer to it into the list.
  expect([...new Set(problems.map(({ file }) => file))]).toEqual([event]);
});

test('four mistakes of sense in one record are all reported too', () => {
  const problems = broken((text) =>
    text
      .replace('date: 2019-10-05', 'date: 2019-10-35')
      .replace('place: stockholm', 'place: stokholm')
      .replace('evidence: [2] }', 'evidence: [7] }')
      .replace('met for one day', 'held desperate talks'),
  );
  expect(problems.map(({ rule }) => rule).sort()).toEqual(['dates', 'references', 'references', 'wording']);
  expect(problems.find(({ what }) => what.includes('stokholm'))?.fix).toContain('stockholm');
  expect(problems.find(({ rule }) => rule === 'dates')?.what).toContain('2019-10-35');
});

test.each<[name: string, rule: string, change: (text: string) => string, file?: string]>([
  ['broken YAML', 'yaml', (text) => `${text}\n  - [`],
  ['a repeated key', 'yaml', (text) => `${text}\ntype: talks\n`],
  ['a YAML bomb of aliases', 'yaml', (text) => `${text}\nx: &a [1,1]\ny: [*a, *a]\n`],
  ['a huge scalar', 'yaml', (text) => `${text}\n# ${'x'.repeat(600_000)}`],
  ['a wrong URL', 'shape', (text) => text.replace('https://example.org/stockholm', 'javascript:alert(1)')],
  [
    'a quotation past 25 words',
    'shape',
    (text) => text.replace('says: The other', `quote: ${'word '.repeat(26)}, says: The other`),
  ],
  [
    'a quotation past 25 words inside prose',
    'quotations',
    (text) => text.replace('met for one day', `said “${'word '.repeat(26)}”`),
  ],
  ['an event in the folder of another year', 'dates', (text) => text.replace('2019-10-05', '2018-10-05')],
  ['a zone that does not exist', 'dates', (text) => text.replace('Europe/Stockholm', 'Europe/Stokholm')],
  ['a link into nothing', 'references', (text) => text.replace('to: first-summit-2018', 'to: first-sumit-2018')],
  [
    'one unofficial source, unmarked',
    'evidence',
    (text) => text.replace(', singleSource: true', ''),
    'events/2019/launch-2019-05-04.yaml',
  ],
  [
    'high confidence on one unofficial source',
    'evidence',
    (text) => text.replace(/confidence: \w+/, 'confidence: high'),
    'events/2019/launch-2019-05-04.yaml',
  ],
  [
    'an office not held on the day',
    'offices',
    (text) => text.replace('from: 2019-09,', 'from: 2019-11,'),
    'persons/kim-myong-gil.yaml',
  ],
  [
    'a redirect chain',
    'redirects',
    (text) => `${text}old-id: { kind: moved, to: [stockholm-2019], on: 2026-01-01, reason: x }\n`,
    'redirects.yaml',
  ],
  [
    'a redirect of a living id',
    'redirects',
    (text) => text.replace('stockholm-2019:', 'first-summit-2018:'),
    'redirects.yaml',
  ],
  ['an event outside coverage', 'coverage', (text) => text.replace('to: 2019-12-31', 'to: 2018-12-31'), 'dataset.yaml'],
  ['a type nobody defined', 'code-lists', (text) => text.replace('summit:', 'sumit:'), 'event-types.yaml'],
  [
    'a page described in two ways',
    'source-agreement',
    (text) => text.replace('publisher: Example Ministry', 'publisher: Example Times'),
    'documents/joint-statement-2018.yaml',
  ],
])('%s is a problem of the rule %s', (_, rule, change, file) => {
  const problems = broken(change, file);
  expect(problems.map((problem) => problem.rule)).toContain(rule);
  for (const problem of problems) {
    expect(problem.line).toBeGreaterThan(0);
    expect(problem.fix.length).toBeGreaterThan(10);
  }
});

test('bytes that are not UTF-8 are named with their line', () => {
  const world = copyOfWorld();
  writeFileSync(join(world, event), Buffer.from([0x61, 0x3a, 0x0a, 0xff, 0xfe]));
  const result = build(world);
  expect(result.ok ? [] : result.problems).toEqual(
    expect.arrayContaining([expect.objectContaining({ file: event, line: 2, what: 'the file is not UTF-8 text' })]),
  );
});

test('two look-alike events must be told apart', () => {
  const world = copyOfWorld();
  const text = readFileSync(join(world, event), 'utf8');
  const twin = join(world, 'events/2019/stockholm-again-2019.yaml');
  writeFileSync(twin, text);
  const first = build(world);
  expect(first.ok ? [] : first.problems.map(({ rule }) => rule)).toEqual(['duplicates']);
  writeFileSync(twin, `${text}distinctFrom: [stockholm-talks-2019]\n`);
  expect(build(world).ok).toBe(true);
});

test('offices, signals, backlinks and stances are derived', () => {
  const { events, stances } = fixtureSnapshot();
  const talks = events.find(({ id }) => id === 'stockholm-talks-2019');
  expect(talks?.participants[0]?.persons).toEqual([{ person: 'kim-myong-gil', office: 'Chief negotiator' }]);
  expect(talks?.signals.map(({ from, to }) => `${from}>${to}`)).toEqual(['KP>US', 'US>KP']);
  expect(events.find(({ id }) => id === 'first-summit-2018')?.linkedFrom).toEqual([
    { rel: 'follows', from: 'stockholm-talks-2019' },
  ]);
  expect(stances.map(({ id }) => id)).toEqual([
    'stockholm-talks-2019.KP.sequencing.1',
    'stockholm-talks-2019.KP.sequencing.2',
  ]);
  const launch = events.find(({ id }) => id === 'launch-2019-05-04');
  expect(launch?.signals.map(({ from, to }) => `${from}>${to}`)).toEqual(['KP>US']);
});

test('knownAt is the day by which the earliest source had certainly appeared', () => {
  const talks = fixtureSnapshot().events.find(({ id }) => id === 'stockholm-talks-2019');
  expect(talks?.knownAt).toBe('2019-10-06'); // the other source says only 2019-10, so it counts from the 31st
});

test('a failed write leaves the last build standing', () => {
  const dist = mkdtempSync(join(tmpdir(), 'peninsula-dist-'));
  writeDist(fixtureSnapshot(), dist);
  const before = readFileSync(join(dist, 'data/events.json'), 'utf8');
  const circular = { ...fixtureSnapshot() } as unknown as Record<string, unknown>;
  circular['sources'] = [circular];
  expect(() => writeDist(circular as never, dist)).toThrow();
  expect(readFileSync(join(dist, 'data/events.json'), 'utf8')).toBe(before);
  expect(existsSync(join(dist, 'data.next'))).toBe(false);
});

test('the folder of records itself is never touched by a build', () => {
  expect(build(WORLD)).toEqual(build(WORLD));
});
