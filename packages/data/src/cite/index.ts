export { citedAt } from './address.ts';

/**
 * How to cite a record, a view or the whole. No clock: the date is that of the release, so that a citation made twice is the same.
 * Styles: APA 7, Chicago 17 (bibliography), BibTeX, RIS, CSL-JSON 1.0.2.
 */
export const CITE_STYLES = ['apa', 'chicago', 'bibtex', 'ris', 'csl-json'] as const;
export type CiteStyle = (typeof CITE_STYLES)[number];

export const CITE_MEDIA: Readonly<Record<CiteStyle, string>> = {
  apa: 'text/plain; charset=utf-8',
  chicago: 'text/plain; charset=utf-8',
  bibtex: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  'csl-json': 'application/vnd.citationstyles.csl+json; charset=utf-8',
};

/** What is cited: its title, its stable id, its address, and a note such as the date of the event. */
export interface Cited {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly note?: string;
  readonly release: string;
  /** Date of the release, YYYY-MM-DD. */
  readonly released: string;
}

const AUTHOR = 'Peninsula contributors';
const WORK = 'Peninsula: the record of Korean Peninsula diplomacy';

/** A citation as text. */
export function cite(cited: Cited, style: CiteStyle): string {
  switch (style) {
    case 'apa':
      return apa(cited);
    case 'chicago':
      return chicago(cited);
    case 'bibtex':
      return bibtex(cited);
    case 'ris':
      return ris(cited);
    case 'csl-json':
      return `${JSON.stringify([csl(cited)], null, 2)}\n`;
  }
}

function apa({ title, note, release, released, url }: Cited): string {
  const [year, month, day] = partsOf(released);
  return `${AUTHOR}. (${year}, ${MONTHS[month - 1] ?? ''} ${day}). ${title}${note === undefined ? '' : ` (${note})`} (Version ${release}) [Data set]. In ${WORK}. ${url}`;
}

function chicago({ title, note, release, released, url }: Cited): string {
  const [year, month, day] = partsOf(released);
  return `${AUTHOR}. “${title}.”${note === undefined ? '' : ` ${note}.`} In ${WORK}. Release ${release}, ${MONTHS[month - 1] ?? ''} ${day}, ${year}. ${url}.`;
}

/** Double braces keep the capitals of names. */
function bibtex({ id, title, note, release, released, url }: Cited): string {
  return [
    `@misc{peninsula-${id},`,
    `  author = {{${AUTHOR}}},`,
    `  title = {{${escapeTex(title)}}},`,
    `  year = {${released.slice(0, 4)}},`,
    `  note = {${escapeTex(`${note === undefined ? '' : `${note}. `}${WORK}, release ${release}`)}},`,
    `  url = {${url}}`,
    `}`,
    ``,
  ].join('\n');
}

function ris({ id, title, note, release, released, url }: Cited): string {
  return [
    'TY  - DATA',
    `ID  - peninsula-${id}`,
    `AU  - ${AUTHOR}`,
    `TI  - ${title}`,
    `T2  - ${WORK}`,
    `PY  - ${released.slice(0, 4)}`,
    `DA  - ${released.replaceAll('-', '/')}`,
    `ET  - ${release}`,
    ...(note === undefined ? [] : [`N1  - ${note}`]),
    `UR  - ${url}`,
    'ER  - ',
    '',
  ].join('\r\n');
}

function csl({ id, title, note, release, released, url }: Cited) {
  return {
    id: `peninsula-${id}`,
    type: 'dataset',
    title,
    author: [{ literal: AUTHOR }],
    'container-title': WORK,
    version: release,
    issued: { 'date-parts': [partsOf(released)] },
    ...(note === undefined ? {} : { note }),
    URL: url,
  };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function partsOf(day: string): [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

function escapeTex(text: string): string {
  return text.replace(/[&%$#_{}]/g, (mark) => `\\${mark}`).replaceAll('–', '--');
}
