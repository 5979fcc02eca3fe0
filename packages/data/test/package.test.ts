import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/* The package as a user gets it: packed, unpacked into a scratch project, asked a typed question. */

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const scratch = mkdtempSync(join(tmpdir(), 'peninsula-package-'));
const run = (program: string, args: string[], cwd: string) =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
let tarball = '';

beforeAll(() => {
  run('pnpm', ['pack', '--pack-destination', scratch], root);
  tarball = join(scratch, readdirSync(scratch).find((name) => name.endsWith('.tgz')) ?? '');
  const home = join(scratch, 'node_modules', '@peninsula');
  mkdirSync(home, { recursive: true });
  run('tar', ['xzf', tarball, '-C', home], scratch);
  run('mv', [join(home, 'package'), join(home, 'data')], scratch);
  // its one dependency, as an installer would place it
  symlinkSync(dirname(require.resolve('zod/package.json')), join(scratch, 'node_modules', 'zod'));
  writeFileSync(join(scratch, 'package.json'), JSON.stringify({ name: 'scratch', type: 'module' }));
  writeFileSync(
    join(scratch, 'ask.ts'),
    `import { openRecord } from '@peninsula/data';
import { snapshot } from '@peninsula/data/snapshot';
const record = openRecord(snapshot);
const talks = record.events({ actor: ['KP', 'US'], type: 'talks', from: '2019', to: '2019' });
for (const { id, date, outcomes } of talks.rows) console.log(date.edtf, id, outcomes.length);
`,
  );
  writeFileSync(
    join(scratch, 'tables.ts'),
    `import events from '@peninsula/data/events.json' with { type: 'json' };
import actors from '@peninsula/data/actors.json' with { type: 'json' };
import sources from '@peninsula/data/sources.json' with { type: 'json' };
import manifest from '@peninsula/data/manifest.json' with { type: 'json' };
import { Event } from '@peninsula/data/schema';
const title: string = events[0]!.title.ko;
console.log(title.length > 0, actors.length > 6, sources.length === manifest.counts['sources'], Event.safeParse(events[0]).success);
`,
  );
  writeFileSync(
    join(scratch, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        module: 'nodenext',
        target: 'es2024',
        types: ['node'],
        typeRoots: [join(root, 'node_modules', '@types')],
        resolveJsonModule: true,
        skipLibCheck: false,
      },
      files: ['ask.ts', 'tables.ts'],
    }),
  );
}, 60_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('five typed lines find the talks of 2019', () => {
  const said = run('node', ['ask.ts'], scratch);
  expect(said).toContain('2019-10-05 stockholm-talks-2019 2');
});

test('tables come typed, and agree with the manifest and the schema', () => {
  expect(run('node', ['tables.ts'], scratch).trim()).toBe('true true true true');
});

test('the scratch project type-checks strictly', { timeout: 60_000 }, () => {
  run('node', [require.resolve('typescript/bin/tsc'), '-p', scratch], scratch);
});

test('publint and attw find nothing', { timeout: 60_000 }, () => {
  run('node', [join(root, 'node_modules', 'publint', 'src', 'cli.js'), root, '--strict'], root);
  run(
    'node',
    [join(root, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js'), tarball, '--profile', 'esm-only'],
    root,
  );
});

test('the tarball holds what a user needs and nothing of the workshop', () => {
  const files = run('tar', ['tzf', tarball], scratch);
  for (const name of [
    'LICENSE',
    'LICENSE-DATA',
    'CITATION.cff',
    'dist/data/events.json',
    'dist/data/schema/events.json',
  ])
    expect(files).toContain(`package/${name}`);
  expect(files).not.toMatch(/records\/|\.test\.|build\//);
});
