import { m } from '#lib/paraglide/messages.js';

type Messages = Record<string, (inputs?: never) => string>;

/** The label of a code: `label('family', 'contact')`. The catalogue test makes sure that each code has one. */
export function label(group: string, code: string): string {
  const found = (m as unknown as Messages)[`${group}_${code}`];
  return found ? found() : code;
}
