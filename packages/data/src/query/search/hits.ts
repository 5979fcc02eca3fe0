import type { Lang } from '../../schema/index.ts';
import { LANGS } from '../../schema/lists.ts';
import type { SearchHit } from '../contract.ts';
import type { Entry } from './entries.ts';
import { tokenize } from './tokenize.ts';

const EXCERPT = 180;

/** A hit as shown: the title in the language that matched best, an excerpt, and the ranges to mark in it. */
export function describeHit(
  entry: Entry,
  score: number,
  words: readonly string[],
  wanted: Lang | undefined,
): SearchHit {
  const lang = languageOf(entry, words, wanted);
  const text = entry.body?.[lang] ?? entry.body?.en ?? entry.name[lang];
  const marks = marksIn(text, words);
  const { excerpt, shift } = cut(text, marks[0]?.[0] ?? 0);
  return {
    table: entry.table,
    id: entry.id,
    title: entry.name[wanted ?? lang],
    lang: wanted ?? lang,
    date: entry.date,
    excerpt,
    marks: marks.flatMap(([start, end]) =>
      start >= shift && end <= shift + excerpt.length ? [[start - shift, end - shift] as const] : [],
    ),
    score,
  };
}

/** Where words of the query stand in a text; touching ranges are one. */
export function marksIn(text: string, words: readonly string[]): (readonly [number, number])[] {
  const marks: [number, number][] = [];
  for (const token of tokenize(text)) {
    if (!words.some((word) => token.text === word || (word.length >= 2 && token.text.startsWith(word)))) continue;
    const last = marks.at(-1);
    if (last && token.start <= last[1]) last[1] = Math.max(last[1], token.end);
    else marks.push([token.start, token.end]);
  }
  return marks;
}

function languageOf(entry: Entry, words: readonly string[], wanted: Lang | undefined): Lang {
  const order = [...(wanted ? [wanted] : []), ...LANGS];
  return order.find((lang) => marksIn(entry.name[lang], words).length > 0) ?? wanted ?? 'en';
}

function cut(text: string, around: number): { excerpt: string; shift: number } {
  if (text.length <= EXCERPT) return { excerpt: text, shift: 0 };
  const start = Math.max(0, Math.min(around - 40, text.length - EXCERPT));
  const shift = start === 0 ? 0 : text.indexOf(' ', start) + 1 || start;
  return { excerpt: text.slice(shift, shift + EXCERPT), shift };
}
