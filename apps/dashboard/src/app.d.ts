declare global {
  /** The script that answers before the page’s own has come: `live.js`, put here by vite.config.ts. */
  const LIVE: string;

  namespace App {
    interface Error {
      /** Ways out: records close to the one asked for. */
      nearest?: readonly { readonly href: string; readonly title: string }[];
    }
  }
}

export {};
