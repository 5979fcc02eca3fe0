/** One thing wrong in the records: where it is, what it is, and the way out. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** Path inside the record, e.g. `participants.0.actor`; empty for the whole file. */
  readonly path: string;
  /** Name of the rule, or `yaml` / `shape`. */
  readonly rule: string;
  /** What is wrong, with the bad value. */
  readonly what: string;
  /** What to write instead. */
  readonly fix: string;
}

/** Problems as text, in order of file and line. */
export function formatProblems(problems: readonly Problem[]): string {
  const lines = [...problems]
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
    .map(({ file, line, path, rule, what, fix }) => {
      const at = path === '' ? '' : ` ${path}:`;
      return `${file}:${line}:${at} ${what}\n    fix: ${fix} [${rule}]`;
    });
  const files = new Set(problems.map((problem) => problem.file)).size;
  return `${lines.join('\n')}\n\n${problems.length} problem${problems.length === 1 ? '' : 's'} in ${files} file${files === 1 ? '' : 's'}`;
}
