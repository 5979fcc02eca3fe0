import type { Context } from 'hono';

export const MEDIA = {
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  jsonld: 'application/ld+json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  jsonfeed: 'application/feed+json; charset=utf-8',
} as const;
export type Format = keyof typeof MEDIA;
export const FORMATS = Object.keys(MEDIA) as Format[];

/** Other names clients use for a media type of ours. */
const ALIASES = new Map<string, Format>([
  ['application/jsonl', 'ndjson'],
  ['application/ndjson', 'ndjson'],
]);

/**
 * The format asked for: extension first, then `format=`, then Accept; null where none of them exists here. A browser's
 * catch-all `*` gets JSON.
 */
export function negotiate(c: Context, extension: string | undefined, available: readonly Format[]): Format | null {
  const named = extension ?? c.req.query('format');
  if (named !== undefined && named !== '') return available.find((format) => format === named) ?? null;
  const accept = c.req.header('accept');
  if (accept === undefined || accept === '') return 'json';
  const wanted = accept
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const q = Number(/^q=([\d.]+)$/.exec(parameters.find((text) => text.startsWith('q=')) ?? '')?.[1] ?? 1);
      return { type, q };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { type } of wanted) {
    const alias = ALIASES.get(type);
    const found = available.find((format) => MEDIA[format].startsWith(`${type};`) || format === alias);
    if (found) return found;
    if (type === '*/*' || type === 'application/*' || type === 'text/html') return 'json';
    if (type === 'text/*') return available.find((format) => format === 'csv') ?? 'json';
  }
  return null;
}

const ENDING = new RegExp(`^(.+)\\.(${FORMATS.join('|')})$`);

/** Splits `stockholm-talks-2019.csv` into its id and a format, where the ending is one. */
export function splitExtension(id: string): { id: string; extension: string | undefined } {
  const match = ENDING.exec(id);
  return match ? { id: match[1] ?? id, extension: match[2] } : { id, extension: undefined };
}

/** Registers a list under its path and under the path with each format's ending. */
export function withEndings(path: string, register: (path: string, extension: Format | undefined) => void): void {
  register(path, undefined);
  for (const format of FORMATS) register(`${path}.${format}`, format);
}
