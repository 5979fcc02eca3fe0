import { Feed } from 'feed';
import type { About } from '../respond/answer.ts';

/** One entry of a feed. */
export interface Entry {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  /** Day the entry was published or changed, YYYY-MM-DD. */
  readonly day: string;
}

/** Atom (RFC 4287). */
export const atom = (entries: readonly Entry[], about: About, title: string): string =>
  feedOf(entries, about, title).atom1();

/** JSON Feed 1.1. */
export const jsonFeed = (entries: readonly Entry[], about: About, title: string): string =>
  feedOf(entries, about, title).json1();

/** No clock: the feed was updated when its newest entry was, or when the release was made. */
function feedOf(entries: readonly Entry[], { self, canonical, released, locale }: About, title: string): Feed {
  const newest =
    entries
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? released;
  const feed = new Feed({
    id: canonical,
    link: canonical,
    title,
    language: locale,
    description: 'Peninsula: the record of Korean Peninsula diplomacy',
    copyright: 'CC BY 4.0, Peninsula contributors',
    updated: at(newest),
    generator: 'Peninsula',
    author: { name: 'Peninsula contributors' },
    feedLinks: { atom: self, json: self },
  });
  for (const { id, url, title: heading, text, day } of entries)
    feed.addItem({
      id,
      link: url,
      title: heading,
      description: text,
      content: escaped(text),
      date: at(day),
      published: at(day),
    });
  return feed;
}

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Content is HTML to a reader: what the record says is text, and stays text. */
const escaped = (text: string): string =>
  `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`;
