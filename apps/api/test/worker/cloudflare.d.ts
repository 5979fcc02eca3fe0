declare module 'cloudflare:workers' {
  /** The worker's own entry point, as the test runner offers it. */
  export const exports: { readonly default: { fetch(url: string, init?: RequestInit): Promise<Response> } };
}
