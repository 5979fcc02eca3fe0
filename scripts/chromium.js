import { existsSync } from 'node:fs';
import { run } from './run-command.js';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser tests need a Chromium; Debian gets its own, elsewhere a sentence says what to do. */
export function ensureChromium() {
  if (process.env.CHROMIUM_PATH && existsSync(process.env.CHROMIUM_PATH)) return;
  if (PLACES.some((path) => existsSync(path))) return;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('Fetching Chromium and its fonts …');
    run('apt-get', ['update', '-qq'], { quiet: true });
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { quiet: true });
    return;
  }
  console.error('The browser tests need Chromium. On Debian or Ubuntu: sudo apt-get install chromium fonts-noto-cjk');
  console.error('Elsewhere install Chrome or Chromium and set CHROMIUM_PATH to it.');
  process.exit(1);
}
