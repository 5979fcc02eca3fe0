import * as z from 'zod';
import { LANGS } from './lists.ts';

/** The four languages of the record, as BCP 47 tags. English is always present. */
export const Lang = z.enum(LANGS);
export type Lang = z.infer<typeof Lang>;

const line = z.string().trim().min(1);

/** A name or title: all four languages, because a reader of any of them starts from it. */
export const Name = z
  .strictObject({ en: line, 'zh-Hans': line, 'zh-Hant': line, ko: line })
  .describe('Name or title in English, simplified Chinese, traditional Chinese and Korean');
export type Name = z.infer<typeof Name>;

/** Prose: English required, other languages only where a person wrote them. */
export const Prose = z
  .strictObject({
    en: line,
    'zh-Hans': line.optional(),
    'zh-Hant': line.optional(),
    ko: line.optional(),
  })
  .describe('Prose in English, and in other languages only where written for them');
export type Prose = z.infer<typeof Prose>;
