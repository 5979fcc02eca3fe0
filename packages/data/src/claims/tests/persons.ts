import type { TestOf } from '../../schema/index.ts';
import { missing, row, type Run } from './result.ts';

/** Somebody held one of these offices on a date. */
export const office: Run<TestOf<'office'>> = (test, record) => {
  const person = record.get('persons', test.person);
  if (person.status !== 'found') return missing('persons', test.person);
  const held = record.officesAt(test.person, test.at).map(({ title }) => title);
  if (held.length === 0)
    return {
      holds: 'unknown',
      value: null,
      found: `No office is on record for ${person.value.name.en} on ${test.at}.`,
      rows: [row('persons', test.person, `no office on ${test.at}`, false)],
    };
  const fits = held.some((title) => test.title.some((wanted) => title.toLowerCase().includes(wanted.toLowerCase())));
  return {
    holds: fits ? 'yes' : 'no',
    value: held,
    found: `On ${test.at} ${person.value.name.en} was ${held.join(' and ')}.`,
    rows: [row('persons', test.person, held.join('; '))],
  };
};
