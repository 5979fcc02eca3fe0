import { parseEdtf } from '../../src/dates/index.ts';
import { parseQuery } from '../../src/query/index.ts';
import { nearest } from '../../src/query/nearest.ts';
import type { AuthoredClaim, ClaimTest } from '../../src/schema/index.ts';
import type { Located, Table, World } from '../world.ts';
import type { Report, Rule } from './rule.ts';

export const claims: Rule = {
  name: 'claims',
  says: 'A claim names a text, records, rules and parameters that exist, and no two claims of a text have one place in it.',
  check(world, report) {
    const places = new Map<string, string>();
    for (const claim of world.claims.values()) {
      const { text, n, part } = claim.value;
      exists(world, report, claim, ['text'], 'document', text);
      const paragraphs = world.documents.get(text)?.value.paragraphs.map((one) => one.n);
      if (paragraphs && !paragraphs.includes(part))
        report(claim, ['part'], `${text} has no paragraph ${part}`, `use one of ${paragraphs.join(', ')}`);
      const place = `${text} ${n}`;
      const before = places.get(place);
      if (before) report(claim, ['n'], `${before} is already number ${n} of ${text}`, 'give each claim its own number');
      places.set(place, claim.id);
      claim.value.tests.forEach((test, i) => checkTest(world, report, claim, test, i));
      claim.value.parameters.forEach((parameter, i) => checkParameter(report, claim, parameter, i));
      claim.value.omits.forEach(({ record }, i) =>
        exists(world, report, claim, ['omits', i, 'record'], 'record', record),
      );
      claim.value.tension.forEach((one, i) => exists(world, report, claim, ['tension', i, 'with'], 'record', one.with));
    }
  },
};

type Kind = 'event' | 'document' | 'person' | 'rule' | 'record';

/** Fields of tests that hold ids, and of what. */
const IDS: Readonly<Record<string, Kind>> = {
  event: 'event',
  events: 'event',
  document: 'document',
  person: 'person',
  rule: 'rule',
  record: 'record',
};

function checkTest(world: World, report: Report, claim: Located<AuthoredClaim>, test: ClaimTest, i: number): void {
  for (const [key, value] of Object.entries(test)) {
    const path = ['tests', i, key];
    for (const one of [value].flat()) {
      const at = values(claim.value, one);
      const kind = IDS[key];
      if (at === null)
        report(claim, path, `there is no parameter ${one}`, `declare it, or use one of ${names(claim.value)}`);
      else if (kind !== undefined && typeof one === 'string')
        for (const id of at) exists(world, report, claim, path, kind, id);
      else if (['from', 'to', 'at', 'date'].includes(key))
        for (const date of at)
          if (!parseEdtf(date).ok)
            report(claim, path, `${date} is not EDTF`, 'write it as 2019-05, 2019-05-04 or 2019');
    }
  }
  if ('query' in test) {
    const filled = Object.entries(test.query).map(([name, value]): [string, string] => [
      name,
      values(claim.value, value)?.[0] ?? value,
    ]);
    const parsed = parseQuery(filled);
    if (!parsed.ok)
      for (const { parameter, detail, suggestions } of parsed.problems)
        report(claim, ['tests', i, 'query', parameter], detail, `try ${suggestions.join(', ') || 'another filter'}`);
  }
}

function checkParameter(
  report: Report,
  claim: Located<AuthoredClaim>,
  { id, options, default: preset, definition }: AuthoredClaim['parameters'][number],
  i: number,
): void {
  const codes = options.map(({ value }) => value);
  if (codes.length > 0 && !codes.includes(preset))
    report(
      claim,
      ['parameters', i, 'default'],
      `${preset} is not an option of ${id}`,
      `use one of ${codes.join(', ')}`,
    );
  if (definition && codes.length < 2)
    report(
      claim,
      ['parameters', i],
      `${id} is a definition with ${codes.length} options`,
      'a definition has two or more',
    );
}

/** What a text in a test can be: itself, or every value of the parameter it names; null where there is no such parameter. */
function values(claim: AuthoredClaim, value: unknown): string[] | null {
  if (typeof value !== 'string') return [];
  if (!value.startsWith('$')) return [value];
  const parameter = claim.parameters.find(({ id }) => id === value.slice(1));
  if (!parameter) return null;
  return parameter.options.length > 0 ? parameter.options.map((one) => one.value) : [parameter.default];
}

function exists(
  world: World,
  report: Report,
  claim: Located<AuthoredClaim>,
  path: PropertyKey[],
  kind: Kind,
  id: string,
) {
  const tables: Record<Kind, readonly Table<unknown>[]> = {
    event: [world.events],
    document: [world.documents],
    person: [world.persons],
    rule: [world.rules],
    record: [world.events, world.documents, world.claims],
  };
  if (tables[kind].some((table) => table.has(id)) || world.unread.has(id)) return;
  const close = nearest(
    id,
    tables[kind].flatMap((table) => [...table.keys()]),
    1,
  )[0];
  report(
    claim,
    path,
    `no ${kind} ${JSON.stringify(id)}`,
    close === undefined ? `add that ${kind} first` : `did you mean ${close}?`,
  );
}

const names = ({ parameters }: AuthoredClaim): string => parameters.map(({ id }) => `$${id}`).join(', ') || 'none';
