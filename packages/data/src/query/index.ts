export { GROUP_KEYS } from './aggregate.ts';
export type * from './contract.ts';
export { DEFAULT_LIMIT, MAX_LIMIT, parsePage } from './cursor.ts';
export { dyadsOf, FIELDS, type Field, orderDyad } from './fields.ts';
export { canonicalQuery, formatQuery } from './format.ts';
export { nearest } from './nearest.ts';
export { openRecord, QueryError } from './open.ts';
export { DATE_MATCHES, DEFAULT_TZ, LIMITS, PARAMETERS, parseQuery, SORT_KEYS } from './parse.ts';
export { readTerms, satisfies, writeTerms } from './terms.ts';
