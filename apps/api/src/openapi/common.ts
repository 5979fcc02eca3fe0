import { Lang } from '@peninsula/data/schema';

/** Parameters every resource takes. */
export const COMMON_DOCS = (formats: readonly string[]) => [
  {
    name: 'format',
    in: 'query',
    required: false,
    schema: { enum: formats },
    description: 'Format, where neither extension nor Accept is handy',
  },
  {
    name: 'locale',
    in: 'query',
    required: false,
    schema: { enum: Lang.options },
    description: 'Language of single-language fields; else Accept-Language',
  },
  {
    name: 'as_of',
    in: 'query',
    required: false,
    schema: { type: 'string' },
    description: 'Release to answer from; pins the answer for ever',
  },
];
