import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { reloadOnRecord } from './vite.record.ts';

// The inline style of SvelteKit's route announcer, which says each new page to a screen reader.
const ANNOUNCER = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

export default defineConfig({
  plugins: [
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
      csp: {
        // Hashes, so that a page made once can be kept and sent again.
        mode: 'hash',
        directives: {
          'default-src': ['self'],
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
