import type { Commitment, Document, EventId, IssueId, SourceId } from '../schema/index.ts';

type Status = Commitment['status'][number]['status'];

/** A commitment as it stood on a day. */
export interface Standing {
  readonly n: number;
  readonly by: Commitment['by'];
  readonly to: Commitment['to'];
  readonly issue: IssueId | null;
  readonly text: Commitment['text'];
  /** Null before the document was made. */
  readonly status: Status | null;
  /** EDTF date of the entry that gave it this status. */
  readonly since: string | null;
  readonly note: string | null;
  readonly event: EventId | null;
  readonly sources: readonly SourceId[];
  /** Every entry up to that day, in order. */
  readonly history: readonly {
    readonly date: string;
    readonly status: Status;
    readonly note: string;
    readonly event: EventId | null;
  }[];
}

/**
 * Each commitment of a document as it stood by an instant (milliseconds from 1970, UTC). An entry counts from the first instant its
 * date may mean.
 */
export function commitmentsBy(document: Pick<Document, 'commitments' | 'evidence'>, by: number): Standing[] {
  return document.commitments.map(({ n, by: who, to, issue, text, status }) => {
    const history = status.filter(({ date }) => Date.parse(date.start ?? '') <= by);
    const last = history.at(-1);
    return {
      n,
      by: who,
      to,
      issue,
      text,
      status: last?.status ?? null,
      since: last?.date.edtf ?? null,
      note: last?.note ?? null,
      event: last?.event ?? null,
      sources: (last?.evidence ?? []).flatMap((number) => document.evidence[number - 1]?.source ?? []),
      history: history.map((entry) => ({
        date: entry.date.edtf,
        status: entry.status,
        note: entry.note,
        event: entry.event,
      })),
    };
  });
}
