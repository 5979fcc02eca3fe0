import { basename } from 'node:path/posix';
import type { z } from 'zod';
import { nearest } from '../src/query/nearest.ts';
import {
  AuthoredActor,
  AuthoredClaim,
  AuthoredCoding,
  AuthoredDataset,
  AuthoredDocument,
  AuthoredEvent,
  AuthoredEventType,
  AuthoredIssue,
  AuthoredPerson,
  AuthoredPlace,
  AuthoredProcess,
  AuthoredRedirect,
  AuthoredRule,
} from '../src/schema/index.ts';
import type { Problem } from './problem.ts';
import type { RecordFile } from './read.ts';
import type { Located, World } from './world.ts';

/** One record, one file; the id is the file name. */
const FOLDERS = {
  events: ['events', AuthoredEvent],
  documents: ['documents', AuthoredDocument],
  claims: ['claims', AuthoredClaim],
  'counting-rules': ['rules', AuthoredRule],
  persons: ['persons', AuthoredPerson],
  places: ['places', AuthoredPlace],
  processes: ['processes', AuthoredProcess],
} as const;

/** Small code lists: one file, a map from id to record. */
const LISTS = {
  'actors.yaml': ['actors', AuthoredActor],
  'event-types.yaml': ['types', AuthoredEventType],
  'issues.yaml': ['issues', AuthoredIssue],
  'redirects.yaml': ['redirects', AuthoredRedirect],
  'codings.yaml': ['codings', AuthoredCoding],
} as const;

type TableName = Exclude<keyof World, 'dataset' | 'unread'>;

/** Gives every file its shape. What does not fit becomes problems; what does is returned. */
export function parseRecords(files: readonly RecordFile[]): { world: World; problems: Problem[] } {
  const problems: Problem[] = [];
  const tables: Record<TableName, Map<string, Located<unknown>>> = {
    events: new Map(),
    documents: new Map(),
    claims: new Map(),
    rules: new Map(),
    actors: new Map(),
    persons: new Map(),
    places: new Map(),
    processes: new Map(),
    types: new Map(),
    issues: new Map(),
    redirects: new Map(),
    codings: new Map(),
  };
  const unread = new Set<string>();
  let dataset: Located<AuthoredDataset> | null = null;

  const add = (
    table: TableName,
    schema: z.ZodType,
    id: string,
    record: RecordFile,
    value: unknown,
    base: PropertyKey[],
  ) => {
    const parsed = checkShape(schema, value, record, base, problems);
    if (parsed === undefined) {
      unread.add(id);
      return;
    }
    const before = tables[table].get(id);
    if (before) {
      problems.push({
        file: record.file,
        line: 1,
        path: '',
        rule: 'shape',
        what: `the id ${JSON.stringify(id)} is taken by ${before.file}`,
        fix: 'rename one of the two files; an id is unique within its table',
      });
      return;
    }
    tables[table].set(id, {
      id,
      file: record.file,
      value: parsed,
      lineOf: (path) => record.lineOf([...base, ...path]),
    });
  };

  for (const record of files) {
    const [folder = ''] = record.file.split('/');
    const id = basename(record.file).replace(/\.ya?ml$/, '');
    if (record.file === 'dataset.yaml') {
      const value = checkShape(AuthoredDataset, record.value, record, [], problems);
      if (value) dataset = { id, file: record.file, value, lineOf: record.lineOf };
    } else if (record.file in LISTS) {
      const [table, schema] = LISTS[record.file as keyof typeof LISTS];
      for (const [key, value] of Object.entries((record.value ?? {}) as object))
        add(table, schema, key, record, value, [key]);
    } else if (folder in FOLDERS && record.file.includes('/')) {
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
        problems.push({
          file: record.file,
          line: 1,
          path: '',
          rule: 'shape',
          what: `the file name ${JSON.stringify(id)} cannot be an id`,
          fix: 'use lower-case words joined by hyphens, e.g. stockholm-talks-2019.yaml',
        });
        continue;
      }
      const [table, schema] = FOLDERS[folder as keyof typeof FOLDERS];
      add(table, schema, id, record, record.value, []);
    } else {
      problems.push({
        file: record.file,
        line: 1,
        path: '',
        rule: 'shape',
        what: 'no table reads this file',
        fix: `move it under ${Object.keys(FOLDERS).join(', ')} or remove it`,
      });
    }
  }
  return { world: { ...tables, dataset, unread } as unknown as World, problems };
}

/** Parses one value; every zod issue becomes a problem at its own line. */
function checkShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
  record: RecordFile,
  base: readonly PropertyKey[],
  problems: Problem[],
): T | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = [...base, ...issue.path];
    const given = valueAt(value, issue.path);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        problems.push({
          file: record.file,
          line: record.lineOf([...path, key]),
          path: [...path, key].join('.'),
          rule: 'shape',
          what: `unknown field ${JSON.stringify(key)}`,
          fix: suggestKey(key, schema, issue.path),
        });
      }
      continue;
    }
    problems.push({
      file: record.file,
      line: record.lineOf(path),
      path: path.join('.'),
      rule: 'shape',
      what: whatFor(issue, given),
      fix: fixFor(issue, given),
    });
  }
  return undefined;
}

function whatFor(issue: z.core.$ZodIssue, given: unknown): string {
  if (given === undefined) return 'missing';
  if (issue.code === 'invalid_value') return `${show(given)} is not one of its codes`;
  return `${show(given)} does not fit: ${issue.message}`;
}

function fixFor(issue: z.core.$ZodIssue, given: unknown): string {
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const close = typeof given === 'string' ? nearest(given, values, 1)[0] : undefined;
    return close === undefined
      ? `use one of ${values.join(', ')}`
      : `did you mean ${JSON.stringify(close)}? One of ${values.join(', ')}`;
  }
  if (given === undefined) return 'add it; CODEBOOK.md says what belongs there';
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof given === 'number')
    return `put it in quotes: '${given}'`;
  if (issue.code === 'invalid_type') return `write a ${issue.expected} here`;
  return 'see CODEBOOK.md for the field';
}

function suggestKey(key: string, schema: z.ZodType, path: readonly PropertyKey[]): string {
  const known = keysAt(schema, path);
  const close = nearest(key, known, 1)[0];
  return close === undefined
    ? `remove it, or use one of ${known.join(', ')}`
    : `did you mean ${JSON.stringify(close)}?`;
}

/** Field names the schema allows at a path, as far as plain objects and arrays lead. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: z.core.$ZodType | undefined = schema;
  for (const step of path) at = descend(unwrap(at), step);
  const shape = shapeOf(unwrap(at));
  return shape ? Object.keys(shape) : [];
}

function descend(schema: z.core.$ZodType | undefined, step: PropertyKey): z.core.$ZodType | undefined {
  const def = schema?._zod.def as { element?: z.core.$ZodType; valueType?: z.core.$ZodType } | undefined;
  return shapeOf(schema)?.[String(step)] ?? def?.element ?? def?.valueType;
}

function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  let at = schema;
  for (let inner = at; inner; inner = (inner._zod.def as { innerType?: z.core.$ZodType }).innerType) at = inner;
  return at;
}

function shapeOf(schema: z.core.$ZodType | undefined): Record<string, z.core.$ZodType> | undefined {
  return (schema?._zod.def as { shape?: Record<string, z.core.$ZodType> } | undefined)?.shape;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const step of path)
    at = at === null || typeof at !== 'object' ? undefined : (at as Record<PropertyKey, unknown>)[step];
  return at;
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
