import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import type { Problem } from './problem.ts';

/** A YAML file as read: its plain value, and the line of any path in it. */
export interface RecordFile {
  /** Path from the records folder, with forward slashes. */
  readonly file: string;
  readonly value: unknown;
  lineOf(path: readonly PropertyKey[]): number;
}

/** One record is a page or two of text; a file far beyond that is a mistake or an attack. */
const MAX_BYTES = 512 * 1024;

/** Reads every YAML file under `root`, in order of path. Bad files become problems, the rest is still read. */
export function readRecords(root: string): { files: RecordFile[]; problems: Problem[] } {
  const files: RecordFile[] = [];
  const problems: Problem[] = [];
  for (const path of yamlFiles(root)) {
    const file = relative(root, path).split(sep).join('/');
    const result = readYaml(readFileSync(path), file);
    problems.push(...result.problems);
    if (result.record) files.push(result.record);
  }
  return { files, problems };
}

/** Parses the bytes of one YAML file. */
export function readYaml(bytes: Uint8Array, file: string): { record?: RecordFile; problems: Problem[] } {
  const problem = (line: number, what: string, fix: string): Problem => ({
    file,
    line,
    path: '',
    rule: 'yaml',
    what,
    fix,
  });
  if (bytes.length > MAX_BYTES) {
    return { problems: [problem(1, `the file holds ${bytes.length} bytes`, `keep a record under ${MAX_BYTES} bytes`)] };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problems: [problem(badUtf8Line(bytes), 'the file is not UTF-8 text', 'save it as UTF-8')] };
  }
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter, uniqueKeys: true, strict: true });
  if (doc.errors.length > 0) {
    return {
      problems: doc.errors.map((error) =>
        problem(
          error.linePos?.[0].line ?? 1,
          `not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? ''}`,
          'mend the YAML; the record is read once it parses',
        ),
      ),
    };
  }
  if (/(^|[\s[{,:-])[*&][A-Za-z0-9]/m.test(text) && hasAlias(doc)) {
    return {
      problems: [problem(1, 'the file uses YAML anchors or aliases', 'write the value out where it is needed')],
    };
  }
  return {
    record: { file, value: doc.toJS({ maxAliasCount: 0 }), lineOf: (path) => lineOf(doc, counter, path) },
    problems: [],
  };
}

function yamlFiles(root: string): string[] {
  const entries: Dirent[] = readdirSync(root, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hasAlias(doc: Document): boolean {
  try {
    doc.toJS({ maxAliasCount: 0 });
    return false;
  } catch {
    return true;
  }
}

/** Line of the deepest node on the path that exists, so that a missing key points at its parent. */
function lineOf(doc: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? doc.contents : doc.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

function badUtf8Line(bytes: Uint8Array): number {
  const upTo = new TextDecoder('utf-8').decode(bytes).indexOf('\uFFFD');
  return new TextDecoder('utf-8').decode(bytes).slice(0, Math.max(upTo, 0)).split('\n').length;
}
