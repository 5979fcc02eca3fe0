import type { TestOf } from '../../schema/index.ts';
import { dayOf } from './days.ts';
import { missing, row, type Run, type TestResult } from './result.ts';

/** A document holds a commitment or a paragraph. */
export const content: Run<TestOf<'content'>> = (test, record) => {
  const found = record.get('documents', test.document);
  if (found.status !== 'found') return missing('documents', test.document);
  const { commitments, paragraphs } = found.value;
  const answer = (holds: TestResult['holds'], value: string | null, text: string): TestResult => ({
    holds,
    value,
    found: text,
    rows: [row('documents', test.document, text)],
  });
  if (test.paragraph !== undefined) {
    const paragraph = paragraphs.find(({ n }) => n === test.paragraph);
    return paragraph
      ? answer('yes', paragraph.text.en, `Paragraph ${paragraph.n}: ${paragraph.text.en}`)
      : answer('unknown', null, `Paragraph ${test.paragraph} is not on record.`);
  }
  const commitment = commitments.find(
    ({ n, issue, by }) =>
      (test.commitment === undefined || n === test.commitment) &&
      (test.issue === undefined || issue === test.issue) &&
      (test.by === undefined || by.includes(test.by)),
  );
  if (!commitment) return answer('no', null, 'The document holds no such commitment.');
  return answer(
    'yes',
    commitment.text.en,
    `Commitment ${commitment.n}, by ${commitment.by.join(' and ')}: ${commitment.text.en}`,
  );
};

/** A commitment stood at one of these statuses on a day. */
export const status: Run<TestOf<'status'>> = (test, record) => {
  const found = record.get('documents', test.document);
  if (found.status !== 'found') return missing('documents', test.document);
  const commitment = found.value.commitments.find(({ n }) => n === test.commitment);
  const after = (dayOf(test.at, 'to') + 1) * 86_400_000;
  const last = commitment?.status.filter(({ date }) => Date.parse(date.start ?? '') < after).at(-1);
  if (!last) return missing('documents', `${test.document}, commitment ${test.commitment}, by ${test.at}`);
  return {
    holds: test.is.includes(last.status) ? 'yes' : last.status === 'disputed' ? 'disputed' : 'no',
    value: last.status,
    found: `On ${test.at} commitment ${test.commitment} stood at “${last.status}” since ${last.date.edtf}: ${last.note}`,
    rows: [
      row('documents', test.document, `commitment ${test.commitment}: ${last.status}`),
      ...(last.event === null ? [] : [row('events', last.event, last.note)]),
    ],
  };
};
