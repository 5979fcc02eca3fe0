declare global {
  namespace App {
    interface Error {
      /** Ways out: records close to the one asked for. */
      nearest?: readonly { readonly href: string; readonly title: string }[];
    }
  }
}

export {};
