import type { Event } from '@peninsula/data';

interface Release {
  readonly release: string;
  readonly released: string;
}

/** One record as a BibTeX entry. Double braces keep the capitals of names. */
export function bibtex(event: Event, { release, released }: Release, url: string): string {
  return [
    `@misc{peninsula-${event.id},`,
    `  author = {{Peninsula contributors}},`,
    `  title = {{${escapeTex(event.title.en)}}},`,
    `  year = {${released.slice(0, 4)}},`,
    `  note = {Event of ${event.date.edtf}. Peninsula, record ${event.id}, release ${release}},`,
    `  url = {${url}}`,
    `}`,
    ``,
  ].join('\n');
}

function escapeTex(text: string): string {
  return text.replace(/[&%$#_{}]/g, (mark) => `\\${mark}`).replace(/–/g, '--');
}

/** One record as a CSL-JSON item (citationstyles.org, schema 1.0.2). */
export function csl(event: Event, { release, released }: Release, url: string) {
  const [year, month, day] = released.split('-').map(Number);
  return {
    id: `peninsula-${event.id}`,
    type: 'dataset',
    title: event.title.en,
    author: [{ literal: 'Peninsula contributors' }],
    'container-title': 'Peninsula',
    version: release,
    issued: { 'date-parts': [[year, month, day]] },
    note: `Event of ${event.date.edtf}; record ${event.id}`,
    URL: url,
  };
}
