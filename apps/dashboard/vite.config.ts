import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { reloadOnRecord } from './vite.record.ts';

// The two scripts of the page's head that are not the framework's: allowed by what they say. The first, in src/app.html, sets a
// chosen scheme before the first paint, so that it never flashes, and starts the page's own script when its reader first does
// something (src/lib/server/late.ts); the second, live.js, answers until that has come. Words about them travel with no page.
const [, HEAD = ''] = /<script>([\s\S]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8')) ?? [];
// The second without its comments, as every page carries it (`hooks.server.ts`).
const LIVE = readFileSync('live.js', 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('//'))
  .join('\n');
const OURS = [HEAD, LIVE].map((script) => `sha256-${createHash('sha256').update(script).digest('base64')}` as const);

// The inline style of SvelteKit's route announcer, which says each new page to a screen reader.
const ANNOUNCER = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/**
 * Text never moves when a font comes late: the first visit may keep the system's, the next has ours. The face of headings
 * comes without the old format beside the new one, and without scripts that no heading is written in.
 */
const steadyFonts = {
  name: 'peninsula-steady-fonts',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.includes('@fontsource')
      ? code
          .replaceAll('font-display: swap', 'font-display: optional')
          .replace(/, url\([^)]*\.woff\) format\('woff'\)/g, '')
          .replace(/\/\* source-serif-4-(?:cyrillic|greek|vietnamese)[^}]*\}/g, '')
      : null,
};

/** Plural rules are kept: making one costs more than the rest of a message, and a page has hundreds. */
const keptPlurals = {
  name: 'peninsula-kept-plurals',
  transform: (code: string, id: string) =>
    id.endsWith('/paraglide/registry.js')
      ? `const kept = new Map();\n${code.replace(
          'new Intl.PluralRules(locale, options)',
          '(kept.get(locale) ?? kept.set(locale, new Intl.PluralRules(locale)).get(locale))',
        )}`
      : null,
};

export default defineConfig({
  define: { LIVE: JSON.stringify(LIVE) },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // What most pages need comes in one file instead of thirty: a phone pays for every request.
            codeSplitting: { groups: [{ name: 'shared', minShareCount: 12 }] },
          },
        },
      },
    },
  },
  plugins: [
    steadyFonts,
    keptPlurals,
    reloadOnRecord(),
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['url', 'baseLocale'],
      urlPatterns: [
        {
          pattern: '/:path(.*)?',
          localized: [
            ['ko', '/ko/:path(.*)?'],
            ['zh-Hans', '/zh-Hans/:path(.*)?'],
            ['zh-Hant', '/zh-Hant/:path(.*)?'],
            ['en', '/:path(.*)?'],
          ],
        },
      ],
    }),
    sveltekit({
      adapter: adapter({ out: 'build/output' }),
      compilerOptions: { runes: true },
      // By the layout: SvelteKit waits for the load of the page, which is over when its script starts (src/lib/server/late.ts).
      serviceWorker: { register: false },
      // Styles travel with the page: a first visit paints after one answer, not after two.
      inlineStyleThreshold: 64 * 1024,
      csp: {
        // Hashes, so that a page made once can be kept and sent again.
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self', ...OURS],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-hashes', ANNOUNCER],
          'img-src': ['self', 'data:'],
          // The smallest font subsets are inlined by the bundler.
          'font-src': ['self', 'data:'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'frame-ancestors': ['none'],
          'form-action': ['self'],
        },
      },
    }),
  ],
});
