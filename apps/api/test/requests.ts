import fc from 'fast-check';
import { snapshot } from '@peninsula/data/snapshot';

interface Parameter {
  readonly name: string;
  readonly example?: unknown;
  readonly schema: { readonly enum?: readonly unknown[]; readonly default?: unknown };
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly parameters: readonly Parameter[] }>>>>;
}

export interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

const NASTY = [
  '',
  '0',
  '-1',
  '1e9',
  '2019',
  '2019-02-30',
  '2019/2020',
  '0001/9999',
  '../..',
  'KP,US',
  'KP~',
  '~',
  '-',
  ',,,',
  '%00',
  '__proto__',
  'constructor',
  '"',
  '"KP',
  'actor:',
  '-type:',
  '1,2,3',
  'NaN,NaN,NaN,NaN',
  '-180,-90,180,90',
  '9999-zz',
  'null',
  `${'KP,'.repeat(300)}KP`,
];

/** Requests made from the OpenAPI document: its paths and parameters with values that are right, nearly right and wrong. */
export function requests(document: unknown): fc.Arbitrary<Asked> {
  const { paths } = document as Document;
  const rightFor = (of: readonly Parameter[]) =>
    of.flatMap(({ name, example, schema }) =>
      [...(schema.enum ?? []), example, schema.default]
        .filter((value) => value !== undefined)
        .map((value): [string, string] => [name, String(value)]),
    );
  const all = Object.values(paths).flatMap((methods) => Object.values(methods).flatMap((one) => one.parameters));
  const names = [...new Set(all.map(({ name }) => name))];
  const ids = [snapshot.events, snapshot.actors, snapshot.documents, snapshot.claims, snapshot.rules]
    .flatMap((rows) => rows.slice(0, 20).map(({ id }) => id as string))
    .concat('KP~US', 'US~KP', 'sanctions', 'types', 'events.json');
  const junk = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(...NASTY),
  );
  const pair = (path: string) => {
    const own = rightFor(Object.values(paths[path] ?? {}).flatMap((one) => one.parameters));
    return fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...(own.length > 0 ? own : rightFor(all))) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...names), junk) },
      { weight: 1, arbitrary: fc.tuple(fc.string({ maxLength: 12 }), junk) },
    );
  };
  const path = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...Object.keys(paths)) },
    { weight: 1, arbitrary: fc.webPath() },
  );
  const headers = fc.dictionary(
    fc.constantFrom('accept', 'accept-language', 'if-none-match', 'x-request-id', 'origin', 'x-forwarded-for'),
    fc.oneof(
      fc.stringMatching(/^[\x20-\x7e]{0,40}$/),
      fc.constantFrom('application/json', 'text/csv', '*/*', 'ko', '*'),
    ),
  );
  const read = path
    .chain((chosen) =>
      fc.record({
        path: fc.constant(chosen),
        ids: fc.array(fc.oneof(fc.constantFrom(...ids), junk), { minLength: 2, maxLength: 2 }),
        query: fc.array(pair(chosen), { maxLength: 5 }),
        method: fc.oneof(
          { weight: 12, arbitrary: fc.constant('GET') },
          { weight: 1, arbitrary: fc.constantFrom('HEAD', 'OPTIONS', 'POST', 'DELETE') },
        ),
        headers,
      }),
    )
    .map(({ path: template, ids: given, query, method, headers: sent }): Asked => {
      const search = new URLSearchParams(query.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]));
      let at = 0;
      const filled = template.replaceAll(/\{\w+\}/g, () => encodeURIComponent((given[at++] ?? '').toWellFormed()));
      return { url: `http://api.test${filled}?${search.toString()}`, method, headers: sent };
    });
  const message = fc
    .oneof(
      fc.string({ maxLength: 200 }),
      fc.json(),
      fc
        .record({
          jsonrpc: fc.constant('2.0'),
          id: fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
          method: fc.constantFrom('tools/call', 'tools/list', 'initialize', 'ping', 'resources/list'),
          params: fc.oneof(
            fc.record({
              name: fc.constantFrom(
                'search',
                'get_event',
                'stance_at',
                'explain',
                'check_claim',
                'count_by_rule',
                'cite',
              ),
              arguments: fc.dictionary(fc.constantFrom('q', 'id', 'pair', 'at', 'from', 'to', 'rule'), junk),
            }),
            fc.jsonValue(),
          ),
        })
        .map((value) => JSON.stringify(value)),
    )
    .map((body): Asked => ({
      url: 'http://api.test/mcp',
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: body.toWellFormed(),
    }));
  return fc.oneof({ weight: 14, arbitrary: read }, { weight: 1, arbitrary: message });
}
