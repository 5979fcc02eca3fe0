import type {
  AuthoredActor,
  AuthoredClaim,
  AuthoredCoding,
  AuthoredDataset,
  AuthoredDocument,
  AuthoredEvent,
  AuthoredEventType,
  AuthoredIssue,
  AuthoredPerson,
  AuthoredPlace,
  AuthoredProcess,
  AuthoredRedirect,
  AuthoredRule,
} from '../src/schema/index.ts';

/** A record of the right shape, with the place it came from. */
export interface Located<T> {
  readonly id: string;
  readonly file: string;
  readonly value: T;
  lineOf(path: readonly PropertyKey[]): number;
}

export type Table<T> = ReadonlyMap<string, Located<T>>;

/** Everything people wrote, parsed: what the rules look at and the compiler turns into the snapshot. */
export interface World {
  readonly events: Table<AuthoredEvent>;
  readonly documents: Table<AuthoredDocument>;
  readonly actors: Table<AuthoredActor>;
  readonly persons: Table<AuthoredPerson>;
  readonly places: Table<AuthoredPlace>;
  readonly processes: Table<AuthoredProcess>;
  readonly types: Table<AuthoredEventType>;
  readonly issues: Table<AuthoredIssue>;
  readonly claims: Table<AuthoredClaim>;
  readonly rules: Table<AuthoredRule>;
  readonly redirects: Table<AuthoredRedirect>;
  /** Second codings of positions. */
  readonly codings: Table<AuthoredCoding>;
  readonly dataset: Located<AuthoredDataset> | null;
  /** Ids of records that exist but could not be read; what refers to them is not at fault. */
  readonly unread: ReadonlySet<string>;
}
