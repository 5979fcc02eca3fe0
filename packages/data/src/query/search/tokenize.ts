/** A word of a text and where it stands, so that a match can be marked. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}]+/gu;
const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Words of a text, folded. Scripts without spaces become overlapping pairs of characters (a single character stays alone), which
 * finds 北京会谈 inside a longer title without a dictionary; Hangul is treated alike because particles stick to its words.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const start = match.index;
    if (!CJK.test(word)) tokens.push(...splitMixed(word, start));
    else if (word.length === 1) tokens.push({ text: word, start, end: start + 1 });
    else
      for (let i = 0; i + 2 <= word.length; i++)
        tokens.push({ text: word.slice(i, i + 2), start: start + i, end: start + i + 2 });
  }
  return tokens;
}

/** Lower case without diacritics; what two spellings of a name have in common. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
}

/** A Latin run may still hold one CJK character at its edge, as in `G20峰`; the letters and digits stay one word. */
function splitMixed(word: string, start: number): Token[] {
  return [{ text: fold(word), start, end: start + word.length }];
}
