import { snapshot } from '@peninsula/data/snapshot';
import type { Snapshot } from '@peninsula/data/schema';
import { createApp } from '../src/app.ts';
import openapi from '../src/generated/openapi.json' with { type: 'json' };

/** The real record, plus what a real one does not have yet: retired ids and a hostile title. */
const world: Snapshot = {
  ...snapshot,
  events: snapshot.events.map((event) =>
    event.id === 'us-midterms-2018' ? { ...event, title: { ...event.title, en: '=<script>alert(1)</script>' } } : event,
  ),
  redirects: [
    { id: 'old-stockholm', kind: 'moved', to: ['stockholm-talks-2019'], on: '2026-01-01', reason: 'renamed' },
    {
      id: 'two-in-one',
      kind: 'split',
      to: ['hanoi-summit-2019', 'stockholm-talks-2019'],
      on: '2026-01-01',
      reason: 'two events',
    },
    { id: 'never-was', kind: 'withdrawn', to: [], on: '2026-01-02', reason: 'the source corrected itself' },
  ],
};

export const app = createApp(world, { openapi });
export const document = openapi;

export async function get(path: string, headers: Record<string, string> = {}) {
  const response = await app.request(`http://api.test${path}`, { headers });
  // Bytes, because workerd warns of text() on media types it does not know for text.
  const text = new TextDecoder().decode(await response.arrayBuffer());
  const isJson =
    /json/.test(response.headers.get('content-type') ?? '') &&
    !/ndjson/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: (isJson && text !== '' ? JSON.parse(text) : undefined) as never as Body,
  };
}

/** Loose on purpose: the contract test checks shapes, these tests check behaviour. */
export interface Body {
  data: Record<string, unknown>[] & Record<string, unknown>;
  meta: {
    total: number;
    count: number;
    explain: { message: string; without: { parameter: string; total: number }[] };
    warnings: { suggestions: string[] }[];
  };
  links: { next: string | null; prev: string | null; self: string };
  errors: { code: string; parameter: string; suggestions: string[] }[];
  nearest: { id: string; href: string }[];
  targets: { id: string }[];
  included: Record<string, Record<string, unknown>[]>;
  type: string;
}
