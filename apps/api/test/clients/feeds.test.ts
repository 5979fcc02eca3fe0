import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { text } from './stored.ts';

const readers = {
  atom: (body: string) =>
    (parseAtomFeed(body).entries ?? []).map(({ id, title, links, updated }) => ({
      id,
      title: typeof title === 'string' ? title : (title as { value?: string } | undefined)?.value,
      url: links?.[0]?.href,
      updated,
    })),
  jsonfeed: (body: string) =>
    (parseJsonFeed(body).items ?? []).map(({ id, title, url, date_modified: updated }) => ({
      id,
      title,
      url,
      updated,
    })),
};
const formats = Object.keys(readers) as (keyof typeof readers)[];

test.each(formats)('events as %s are read by a feed reader', async (format) => {
  const items = readers[format](await text(`/v1/events.${format}?type=summit&limit=7`));
  expect(items).toHaveLength(7);
  for (const { url, title, updated } of items) {
    expect(url).toMatch(/^http:\/\/api\.test\/v1\/events\/[\w-]+$/);
    expect(title).toBeTruthy();
    expect(Number.isNaN(Date.parse(String(updated)))).toBe(false);
  }
  expect(new Set(items.map(({ id }) => id)).size).toBe(7);
});

test.each(formats)('changes as %s name every release', async (format) => {
  const items = readers[format](await text(`/v1/changes.${format}`));
  expect(items.some(({ title }) => title?.startsWith('Release '))).toBe(true);
});
