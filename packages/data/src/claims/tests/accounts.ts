import type { Document, Event, TestOf } from '../../schema/index.ts';
import type { PeninsulaRecord } from '../../query/contract.ts';
import { missing, row, type Run, within } from './result.ts';

/** A party told what came of an event. */
export const outcome: Run<TestOf<'outcome'>> = (test, record) => {
  const found = record.get('events', test.event);
  if (found.status !== 'found') return missing('events', test.event);
  const told = found.value.outcomes.find(({ party }) => party === test.party);
  return {
    holds: told ? 'yes' : 'unknown',
    value: told?.text.en ?? null,
    found: told ? `${test.party} said: ${told.text.en}` : `No account by ${test.party} is on record.`,
    rows: [
      row(
        'events',
        test.event,
        told ? `the account of ${test.party}` : `no account of ${test.party}`,
        told !== undefined,
      ),
    ],
  };
};

/** Sources agree on a field of an event, or one of their accounts is preferred for a reason. */
export const undisputed: Run<TestOf<'undisputed'>> = (test, record) => {
  const found = record.get('events', test.event);
  if (found.status !== 'found') return missing('events', test.event);
  const account = found.value.accounts.find(({ field }) => field === test.field);
  const values =
    account?.values.map(({ value, heldBy }) => (heldBy === undefined ? value : `${value} (${heldBy})`)) ?? [];
  const open = values.length > 1 && account?.preferred === undefined;
  return {
    holds: open ? 'disputed' : 'yes',
    value: values.length > 0 ? values : null,
    found: open ? `Accounts differ: ${values.join('; ')}.` : 'No differing account stands open.',
    rows: [row('events', test.event, open ? `accounts of ${test.field} differ` : `${test.field} is not disputed`)],
  };
};

/** Words stand as a quotation in the evidence of a record. */
export const quoted: Run<TestOf<'quoted'>> = (test, record) => {
  const found = citing(record, test.record);
  if (!found) return missing('events', test.record);
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const here = found.evidence.find(({ quote }) => quote !== undefined && plain(quote).includes(plain(test.words)));
  return {
    holds: here ? 'yes' : 'unknown',
    value: here?.quote ?? null,
    found: here ? `Quoted: “${here.quote ?? ''}”.` : 'No source on record quotes these words.',
    rows: here
      ? [row('sources', here.source, 'quotes the words')]
      : [row(found.table, test.record, 'no such quotation', false)],
  };
};

/** So many sources of a country or kind say it. */
export const evidence: Run<TestOf<'evidence'>> = (test, record) => {
  const found = citing(record, test.record);
  if (!found) return missing('events', test.record);
  const saying = found.evidence.filter(({ source }) => {
    const one = record.get('sources', source);
    if (one.status !== 'found') return false;
    const { country, kind } = one.value;
    return (test.country === undefined || country === test.country) && (test.kinds?.includes(kind) ?? true);
  });
  return {
    holds: within(saying.length, test),
    value: saying.length,
    found: saying.length === 1 ? 'One such source says so.' : `${saying.length} such sources say so.`,
    rows: saying.map(({ source, says }) => row('sources', source, says)),
  };
};

function citing(
  record: PeninsulaRecord,
  id: string,
): { table: 'events' | 'documents'; evidence: Event['evidence'] } | null {
  for (const table of ['events', 'documents'] as const) {
    const found = record.get<typeof table>(table, id);
    if (found.status === 'found') return { table, evidence: (found.value as Event | Document).evidence };
  }
  return null;
}
