import * as z from 'zod';
import { CommitmentStatus, EventTypeId, Family, IssueId, Level, LinkRel, Modality, SourceKind } from './codes.ts';
import { ActorId, Slug } from './ids.ts';
import { Account, Coding, Detail, Outcome, Participant, Position, Quote, Revision, Signal } from './parts.ts';
import { Name, Prose } from './text.ts';

/* What people write in `records/`: short, with defaults, sources beside the facts they carry. */

const words = z.string().trim().min(1);
const Edtf = z.string().describe('EDTF level 1, local civil date');
const Zone = z.string().describe('IANA time zone');
const Url = z.url({ protocol: /^https?$/ });

/** A published item as cited: what it is, and what it says for this record. */
export const AuthoredSource = z.strictObject({
  url: Url,
  publisher: words,
  via: words.optional(),
  country: z
    .string()
    .regex(/^(?:[A-Z]{2}|INT)$/, 'ISO 3166-1 alpha-2, or INT')
    .optional(),
  kind: SourceKind,
  title: words.optional(),
  lang: words.default('en'),
  published: Edtf.optional(),
  accessed: Edtf.optional(),
  archived: Url.optional(),
  licence: words.optional(),
  says: words,
  quote: Quote.optional(),
  locator: words.optional(),
});
export type AuthoredSource = z.infer<typeof AuthoredSource>;

export const AuthoredEvent = z.strictObject({
  type: EventTypeId,
  title: Name,
  summary: Prose,
  date: Edtf,
  zone: Zone,
  modality: Modality.default('occurred'),
  place: Slug.optional(),
  process: Slug.optional(),
  issues: z.array(IssueId).default([]),
  participants: z.array(Participant).min(1),
  outcomes: z.array(Outcome).default([]),
  accounts: z.array(Account).default([]),
  positions: z.array(Position).default([]),
  detail: Detail.default({}),
  signals: z.array(Signal).optional(),
  links: z.array(z.strictObject({ rel: LinkRel, to: Slug })).default([]),
  /** Answers the duplicate finder: records that look alike and are not the same event. */
  distinctFrom: z.array(Slug).default([]),
  sources: z.array(AuthoredSource).min(1),
  coding: Coding.default({ by: 'compiler', review: 'single-coded', confidence: 'medium' }),
  revisions: z.array(Revision).default([]),
});
export type AuthoredEvent = z.infer<typeof AuthoredEvent>;

export const AuthoredActor = z.strictObject({
  kind: z.enum(['state', 'organisation', 'body']),
  name: Name,
  short: Name.optional(),
  aliases: z.array(words).default([]),
  partOf: ActorId.optional(),
  crosswalk: z.strictObject({ iso3: words.optional(), cameo: words.optional(), cow: words.optional() }).default({}),
});
export type AuthoredActor = z.infer<typeof AuthoredActor>;

export const AuthoredPerson = z.strictObject({
  name: Name,
  romanisations: z.array(words).default([]),
  actor: ActorId,
  offices: z
    .array(
      z.strictObject({
        title: Prose,
        actor: ActorId,
        level: Level,
        from: Edtf.optional(),
        to: Edtf.optional(),
        evidence: z.array(z.int().min(1)).min(1),
        note: words.optional(),
      }),
    )
    .min(1),
  sources: z.array(AuthoredSource).min(1),
});
export type AuthoredPerson = z.infer<typeof AuthoredPerson>;

export const AuthoredPlace = z.strictObject({
  name: Name,
  country: ActorId,
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  precisionKm: z.number().min(0),
  kind: z.enum(['city', 'venue', 'launch-site', 'test-site', 'facility', 'region', 'country']),
  sources: z.array(AuthoredSource).default([]),
});
export type AuthoredPlace = z.infer<typeof AuthoredPlace>;

export const AuthoredProcess = z.strictObject({
  name: Name,
  summary: Prose,
  date: Edtf,
  zone: Zone,
  parties: z.array(ActorId).min(1),
});
export type AuthoredProcess = z.infer<typeof AuthoredProcess>;

export const AuthoredDocument = z.strictObject({
  type: z.enum(['agreement', 'joint-statement', 'resolution', 'address', 'draft', 'letter', 'report', 'article']),
  title: Name,
  summary: Prose,
  date: Edtf,
  zone: Zone,
  symbol: words.optional(),
  authors: z.array(words).default([]),
  parties: z.array(ActorId).min(1),
  process: Slug.optional(),
  event: Slug.optional(),
  paragraphs: z.array(z.strictObject({ n: words, text: Prose })).default([]),
  commitments: z
    .array(
      z.strictObject({
        n: z.int().min(1),
        by: z.array(ActorId).min(1),
        to: z.array(ActorId).default([]),
        issue: IssueId.optional(),
        text: Prose,
        status: z
          .array(
            z.strictObject({
              date: Edtf,
              status: CommitmentStatus,
              note: words,
              event: Slug.optional(),
              evidence: z.array(z.int().min(1)).default([]),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  positions: z.array(Position).default([]),
  sources: z.array(AuthoredSource).min(1),
});
export type AuthoredDocument = z.infer<typeof AuthoredDocument>;

/** A position as a second coder read it, blind to the first: kept beside it for ever, never merged. */
export const AuthoredCoding = z
  .strictObject({
    of: Slug.describe('Event or document that was read'),
    actor: ActorId,
    issue: IssueId,
    applicable: z.boolean(),
    lo: z.int().min(-2).max(2).optional(),
    hi: z.int().min(-2).max(2).optional(),
    note: words.optional(),
    coder: words.default('second coder'),
  })
  .refine((coding) => coding.applicable === (coding.lo !== undefined && coding.hi !== undefined), {
    message: 'lo and hi belong to an applicable coding, and only there',
    path: ['lo'],
  })
  .refine((coding) => (coding.lo ?? 0) <= (coding.hi ?? 0), { message: 'lo must not exceed hi', path: ['lo'] });
export type AuthoredCoding = z.infer<typeof AuthoredCoding>;

const SignalDefault = z.strictObject({
  coordination: z.number().min(0).max(1),
  rivalry: z.number().min(0).max(1),
  intensity: z.int().min(1).max(4),
});

export const AuthoredEventType = z.strictObject({
  family: Family,
  name: Name,
  definition: words,
  include: z.array(words).min(1),
  exclude: z.array(words).min(1),
  plover: words.optional(),
  cameo: words.optional(),
  quad: z.enum(['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict', 'none']),
  signals: z.strictObject({ mutual: SignalDefault.optional(), directed: SignalDefault.optional() }).default({}),
});
export type AuthoredEventType = z.infer<typeof AuthoredEventType>;

export const AuthoredIssue = z.strictObject({
  name: Name,
  definition: words,
  scale: z.strictObject({ '-2': words, '-1': words, '0': words, '1': words, '2': words }),
});
export type AuthoredIssue = z.infer<typeof AuthoredIssue>;

export const AuthoredRedirect = z.strictObject({
  kind: z.enum(['moved', 'split', 'withdrawn']),
  to: z.array(Slug).default([]),
  on: Edtf,
  reason: words,
});
export type AuthoredRedirect = z.infer<typeof AuthoredRedirect>;

export const AuthoredDataset = z.strictObject({
  name: words,
  title: words,
  release: z.string().regex(/^\d+\.\d+\.\d+$/),
  released: Edtf,
  description: words,
  licence: words,
  homepage: Url.optional(),
  compiled: words,
  coverage: z.array(
    z.strictObject({
      family: z.union([Family, z.literal('all')]),
      from: Edtf,
      to: Edtf,
      completeness: z.enum(['complete', 'substantial', 'partial']),
      rule: words,
    }),
  ),
  gaps: z.array(z.strictObject({ family: z.union([Family, z.literal('all')]), from: Edtf, to: Edtf, what: words })),
});
export type AuthoredDataset = z.infer<typeof AuthoredDataset>;
