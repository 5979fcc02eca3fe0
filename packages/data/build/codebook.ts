import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import {
  Basis,
  CommitmentStatus,
  Confidence,
  Event,
  Grade,
  Level,
  LinkRel,
  MissileClass,
  Modality,
  Review,
  Role,
  type Snapshot,
  SourceKind,
} from '../src/schema/index.ts';
import { build } from './line.ts';
import { formatProblems } from './problem.ts';

/** The generated tables of CODEBOOK.md by the name of their marker; the prose around them is written by hand. */
export function codebookTables(snapshot: Snapshot): Record<string, string> {
  return {
    types: table(
      ['Type', 'Family', 'Definition', 'Counts', 'Does not count', 'Signals'],
      snapshot.types.map((type) => [
        `\`${type.id}\``,
        type.family,
        type.definition,
        type.include.join('; '),
        type.exclude.join('; '),
        signals(type.signals),
      ]),
    ),
    issues: snapshot.issues
      .map(
        (issue) =>
          `### ${issue.name.en} (\`${issue.id}\`)\n\n${issue.definition}\n\n${table(
            ['Position', 'Meaning'],
            issue.scale.map(({ value, anchor }) => [value > 0 ? `+${value}` : String(value), anchor]),
          )}`,
      )
      .join('\n\n'),
    lists: table(
      ['List', 'Codes'],
      Object.entries({
        Roles: Role.options,
        'Levels, highest first': Level.options,
        Modalities: Modality.options,
        'Kinds of source': SourceKind.options,
        'Grades of evidence': Grade.options,
        'Basis of a position': Basis.options,
        Links: LinkRel.options,
        'Classes of missile': MissileClass.options,
        'Status of a commitment': CommitmentStatus.options,
        Review: Review.options,
        Confidence: Confidence.options,
      }).map(([name, codes]) => [name, codes.map((code) => `\`${code}\``).join(' ')]),
    ),
    fields: table(['Field', 'What it holds'], fields(Event)),
    actors: table(
      ['Id', 'Name', 'Kind'],
      snapshot.actors.map((actor) => [`\`${actor.id}\``, actor.name.en, actor.kind]),
    ),
  };
}

/** CODEBOOK.md with every generated part renewed. Throws where a marker is missing. */
export function renewCodebook(text: string, tables: Readonly<Record<string, string>>): string {
  return Object.entries(tables).reduce((whole, [name, made]) => {
    const part = new RegExp(`(<!-- generated: ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`);
    if (!part.test(whole)) throw new Error(`CODEBOOK.md has no part "<!-- generated: ${name} -->"`);
    return whole.replace(part, (_all, open: string, close: string) => `${open}\n${made}\n\n${close}`);
  }, text);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function signals({ mutual, directed }: Snapshot['types'][number]['signals']): string {
  const write = (name: string, one: typeof mutual) =>
    one === null ? [] : [`${name} ${one.coordination}/${one.rivalry}, intensity ${one.intensity}`];
  return [...write('mutual', mutual), ...write('directed', directed)].join('; ') || 'none';
}

function fields(schema: z.ZodObject): string[][] {
  return Object.entries(schema.shape).map(([name, field]) => [`\`${name}\``, (field as z.ZodType).description ?? '']);
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const result = build(join(root, 'records'));
  if (!result.ok) {
    console.error(formatProblems(result.problems));
    process.exit(1);
  }
  const file = join(root, '../../CODEBOOK.md');
  writeFileSync(`${file}.new`, renewCodebook(readFileSync(file, 'utf8'), codebookTables(result.snapshot)));
  renameSync(`${file}.new`, file);
}
