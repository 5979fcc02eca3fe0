import { LANGS } from '@peninsula/data/lists';
import type { Lang } from '@peninsula/data/schema';
import type { Context } from 'hono';

/** Language of an answer: `locale=`, else the best of Accept-Language, else English. Null where `locale=` names none of ours. */
export function localeOf(c: Context): Lang | null {
  const named = c.req.query('locale');
  if (named !== undefined && named !== '') return LANGS.find((lang) => lang === named) ?? null;
  for (const part of (c.req.header('accept-language') ?? '').split(',').slice(0, 10)) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? '';
    if (tag.startsWith('ko')) return 'ko';
    if (tag.startsWith('zh')) return /hant|tw|hk|mo/.test(tag) ? 'zh-Hant' : 'zh-Hans';
    if (tag.startsWith('en')) return 'en';
  }
  return 'en';
}
