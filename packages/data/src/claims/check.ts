import { parseEdtf } from '../dates/index.ts';
import type { PeninsulaRecord, QueryProblem } from '../query/contract.ts';
import { nearest } from '../query/nearest.ts';
import { openRecord, QueryError } from '../query/open.ts';
import type { Claim, ClaimTest, Verdict } from '../schema/index.ts';
import { asKnownBy } from './known-by.ts';
import { type Holds, runTest, type TestRow } from './tests/index.ts';
import { verdictOf } from './verdict.ts';

export interface CheckRequest {
  /** Values of the claim's parameters; what is left out has its default. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Only what had been published by this day, YYYY-MM-DD. */
  readonly knownBy?: string;
}

/** One question, its answer and what it looked at. */
export interface Step {
  readonly test: number;
  readonly op: ClaimTest['op'];
  readonly label: ClaimTest['label'];
  readonly need: ClaimTest['need'];
  readonly holds: Holds;
  readonly value: string | number | readonly string[] | null;
  readonly found: string;
}

/** What the verdict would be under another definition. */
export interface Flip {
  readonly parameter: string;
  readonly value: string;
  readonly verdict: Verdict;
  readonly found: string | number | readonly string[] | null;
}

export interface Check {
  readonly claim: string;
  readonly verdict: Verdict;
  /** What the first question found. */
  readonly value: string | number | readonly string[] | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly known_by: string | null;
  /** Records the verdict was decided by, and those looked at and left out, in order of question. */
  readonly rows: readonly (TestRow & { readonly test: number })[];
  readonly trace: readonly Step[];
  /** The verdict under each definition the claim offers; empty where it offers none. */
  readonly definitions: readonly Flip[];
}

/**
 * Runs a claim. Pure: the same record and request give the same bytes in every engine. A claim whose verdict changes with the definition
 * is `definition-dependent` until a definition is chosen. Throws QueryError on a parameter or value the claim does not take.
 */
export function check(record: PeninsulaRecord, claim: Claim, request: CheckRequest = {}): Check {
  const asked = request.parameters ?? {};
  const problems = problemsOf(claim, request);
  if (problems.length > 0) throw new QueryError(problems);
  const seen = request.knownBy === undefined ? record : openRecord(asKnownBy(record.snapshot, request.knownBy));
  const parameters = { ...defaultsOf(claim), ...asked };
  const { steps, rows } = run(seen, claim, parameters);
  const definitions = flips(seen, claim, parameters);
  const open = claim.parameters.some(({ id, definition }) => definition && asked[id] === undefined);
  const differ = new Set(definitions.map(({ verdict }) => verdict)).size > 1;
  return {
    claim: claim.id,
    verdict: open && differ ? 'definition-dependent' : verdictOf(steps),
    value: steps[0]?.value ?? null,
    parameters,
    known_by: request.knownBy ?? null,
    rows,
    trace: steps,
    definitions,
  };
}

function run(record: PeninsulaRecord, claim: Claim, parameters: Readonly<Record<string, string>>) {
  const results = claim.tests.map((test) => {
    const filled = fill(test, parameters) as ClaimTest;
    return { filled, result: runTest(filled, record) };
  });
  return {
    steps: results.map(({ filled: { op, label, need }, result: { holds, value, found } }, test): Step => ({
      test,
      op,
      label,
      need,
      holds,
      value,
      found,
    })),
    rows: results.flatMap(({ result }, test) => result.rows.map((row) => ({ test, ...row }))),
  };
}

function flips(record: PeninsulaRecord, claim: Claim, parameters: Readonly<Record<string, string>>): Flip[] {
  return claim.parameters
    .filter(({ definition }) => definition)
    .flatMap(({ id, options }) =>
      options.map(({ value }) => {
        const { steps } = run(record, claim, { ...parameters, [id]: value });
        return { parameter: id, value, verdict: verdictOf(steps), found: steps[0]?.value ?? null };
      }),
    );
}

/** A test with `$name` replaced by the value of that parameter, wherever a text stands. */
function fill(value: unknown, parameters: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return value.startsWith('$') ? (parameters[value.slice(1)] ?? value) : value;
  if (Array.isArray(value)) return value.map((one) => fill(one, parameters));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, parameters)]));
}

function defaultsOf(claim: Claim): Record<string, string> {
  return Object.fromEntries(claim.parameters.map((parameter) => [parameter.id, parameter.default]));
}

function problemsOf(claim: Claim, { parameters = {}, knownBy }: CheckRequest): QueryProblem[] {
  const names = claim.parameters.map(({ id }) => id);
  const problems = Object.entries(parameters).flatMap(([name, value]): QueryProblem[] => {
    const parameter = claim.parameters.find(({ id }) => id === name);
    const given = value.slice(0, 60);
    if (!parameter)
      return [
        {
          code: 'unknown-parameter',
          parameter: name.slice(0, 60),
          value: given,
          detail: names.length === 0 ? 'this claim takes no parameters' : `this claim takes ${names.join(', ')}`,
          suggestions: nearest(name.slice(0, 60), names, 3),
        },
      ];
    const codes = parameter.options.map((option) => option.value);
    if (codes.length > 0)
      return codes.includes(value)
        ? []
        : [
            {
              code: 'invalid-value',
              parameter: name,
              value: given,
              detail: `${JSON.stringify(given)} is not a value of ${name}; it takes ${codes.join(', ')}`,
              suggestions: nearest(given, codes, 3),
            },
          ];
    const parsed = parseEdtf(value);
    return parsed.ok && parsed.value.kind === 'date' ? [] : [badDate(name, value, parameter.default)];
  });
  if (knownBy !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(knownBy))
    problems.push(badDate('known_by', knownBy, '2020-02-06'));
  return problems;
}

const badDate = (parameter: string, value: string, example: string): QueryProblem => ({
  code: 'invalid-date',
  parameter,
  value: value.slice(0, 40),
  detail: `${JSON.stringify(value.slice(0, 40))} is not a date`,
  suggestions: [example],
});
