import { parseEdtf } from '../../dates/index.ts';
import type { Terms } from '../contract.ts';
import { FIELDS, type Field } from '../fields.ts';
import { mapTerms, readTerms } from '../terms.ts';
import { fold, tokenize } from './tokenize.ts';

/** What a search text asks for. Words are folded; every part must hold. */
export interface SearchText {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
  readonly notWords: readonly string[];
  readonly terms: ReadonlyMap<Field, Terms>;
  readonly before?: string;
  readonly after?: string;
}

const PIECE = /(-?)(?:([a-z_]+):)?(?:"([^"]*)"|([^\s"]+))/g;

/**
 * Reads `actor:KP issue:sanctions before:2019-03 "action for action" -type:exercise`. A field with a value it does not know is
 * taken as plain words: a search box never answers with an error.
 */
export function readSearch(text: string): SearchText {
  const words: string[] = [];
  const notWords: string[] = [];
  const phrases: string[] = [];
  const values = new Map<Field, string[]>();
  const bounds: { before?: string; after?: string } = {};
  for (const [, minus = '', name, quoted, bare = ''] of text.matchAll(PIECE)) {
    const value = quoted ?? bare;
    const field = FIELDS.find((candidate) => candidate.name === name);
    if (field && isKnown(field, value)) values.set(field, [...(values.get(field) ?? []), minus + value]);
    else if ((name === 'before' || name === 'after') && parseEdtf(value).ok && !value.includes('/'))
      bounds[name] = value;
    else if (quoted !== undefined && name === undefined && minus === '') {
      if (fold(quoted).trim() !== '') phrases.push(fold(quoted).trim());
    } else
      (minus === '' ? words : notWords).push(
        ...tokenize(name === undefined ? value : `${name} ${value}`).map((token) => token.text),
      );
  }
  const terms = new Map([...values].map(([field, list]) => [field, expand(field, readTerms(list))]));
  return { words, phrases, notWords, terms, ...bounds };
}

function isKnown(field: Field, value: string): boolean {
  if (value === '') return false;
  const codes = field.codes;
  return (
    codes === null ||
    value.split(',').every((part) => (field.expand?.(part) ?? [part]).every((code) => codes.includes(code)))
  );
}

function expand(field: Field, terms: Terms): Terms {
  return field.expand ? mapTerms(terms, field.expand) : terms;
}
