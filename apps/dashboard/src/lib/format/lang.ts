import type { Actor, Lang, PeninsulaRecord } from '@peninsula/data';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';

/** Text with the language it is really in: prose is not written in all four. */
export interface Said {
  readonly text: string;
  readonly lang: Lang;
}

type Prose = { readonly en: string } & { readonly [L in Exclude<Lang, 'en'>]?: string | undefined };

/** Prose in the reader's language where it was written for it, else in English, marked so. */
export function pick(prose: Prose, lang: Lang): Said {
  const text = prose[lang];
  return text === undefined ? { text: prose.en, lang: 'en' } : { text, lang };
}

/** The `lang` attribute of text, left out where it is the reader's own language. */
export const marked = (lang: string): string | undefined => (lang === getLocale() ? undefined : lang);

/** A path of this site in the reader's language. */
export const href = (path: string): string => localizeHref(path);

/** A country by its ISO code, in words. */
export function countryName(code: string, lang: Lang, international: string): string {
  if (code === 'INT') return international;
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return regionNames(lang).of(code) ?? code;
}

const regions = new Map<Lang, Intl.DisplayNames>();

function regionNames(lang: Lang): Intl.DisplayNames {
  const known = regions.get(lang);
  if (known) return known;
  const made = new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' });
  regions.set(lang, made);
  return made;
}

/** An actor as pages name it. */
export interface ActorLabel {
  readonly id: string;
  readonly name: string;
}

export function actorLabel(record: PeninsulaRecord, id: string, lang: Lang): ActorLabel {
  const found = record.get('actors', id);
  return { id, name: found.status === 'found' ? shortName(found.value, lang) : id };
}

function shortName(actor: Actor, lang: Lang): string {
  return actor.short[lang];
}
