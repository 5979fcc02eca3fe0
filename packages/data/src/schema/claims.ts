import * as z from 'zod';
import {
  ClaimKind,
  CommitmentStatus,
  CountUnit,
  EventTypeId,
  IssueId,
  MissileClass,
  SourceKind,
  Verdict,
} from './codes.ts';
import { AuthoredSource } from './authored.ts';
import { ActorId, ClaimId, DocumentId, RuleId, Slug } from './ids.ts';
import { Quote } from './parts.ts';
import { EventEvidence } from './published.ts';
import { Name, Prose } from './text.ts';

/* Claims are sentences of a text, written so that they can be run; counting rules say what a number counts. */

const words = z.string().trim().min(1);
const id = words.describe('Record id, or $parameter');
const edtf = words.describe('EDTF, or $parameter');
const bounds = {
  exactly: z.int().min(0).optional().describe('The number claimed'),
  atLeast: z.int().min(0).optional().describe('Lowest number for which it holds'),
  atMost: z.int().min(0).optional().describe('Highest number for which it holds'),
};
const common = {
  label: Prose.describe('What is asked, in one sentence'),
  need: z
    .enum(['essential', 'qualifying'])
    .default('essential')
    .describe('Whether the claim falls with it, or is only qualified'),
  not: z.boolean().default(false).describe('True where the claim needs the opposite'),
};

/** One question to the record. A claim is a list of them. */
export const ClaimTest = z.discriminatedUnion('op', [
  z.strictObject({
    ...common,
    op: z.literal('event'),
    event: id,
    date: edtf.optional().describe('The event lies within it'),
    actors: z.array(ActorId).optional().describe('All of these took part'),
    place: words.optional().describe('It happened there'),
  }),
  z.strictObject({
    ...common,
    op: z.literal('events'),
    query: z.record(words, words).describe('Event parameters as of /v1/events'),
    ...bounds,
  }),
  z.strictObject({ ...common, op: z.literal('count'), rule: id, from: edtf, to: edtf, ...bounds }),
  z.strictObject({ ...common, op: z.literal('sequence'), events: z.array(id).min(2).describe('In the order claimed') }),
  z.strictObject({
    ...common,
    op: z.literal('first'),
    query: z.record(words, words).describe('Everything that could have been first'),
    event: id.describe('What is claimed to be first'),
  }),
  z.strictObject({
    ...common,
    op: z.literal('office'),
    person: id,
    at: edtf,
    title: z.array(words).min(1).describe('Titles that would bear the claim out; any of them'),
  }),
  z.strictObject({
    ...common,
    op: z.literal('content'),
    document: id,
    commitment: z.int().min(1).optional().describe('Number of the commitment'),
    paragraph: words.optional().describe('Number of the paragraph'),
    issue: IssueId.optional().describe('Issue of the commitment'),
    by: ActorId.optional().describe('Who undertook it'),
  }),
  z.strictObject({
    ...common,
    op: z.literal('status'),
    document: id,
    commitment: z.int().min(1),
    at: edtf,
    is: z.array(CommitmentStatus).min(1),
  }),
  z.strictObject({ ...common, op: z.literal('outcome'), event: id, party: ActorId }),
  z.strictObject({ ...common, op: z.literal('undisputed'), event: id, field: words }),
  z.strictObject({ ...common, op: z.literal('quoted'), record: id, words: words.describe('Words of the quotation') }),
  z.strictObject({
    ...common,
    op: z.literal('evidence'),
    record: id,
    country: words.optional().describe('Country of the publisher'),
    kinds: z.array(SourceKind).optional(),
    ...bounds,
  }),
  z.strictObject({
    ...common,
    op: z.literal('stance'),
    actor: ActorId,
    issue: IssueId,
    from: edtf,
    to: edtf,
    lo: z.int().min(-2).max(2),
    hi: z.int().min(-2).max(2),
    ...bounds,
  }),
  z.strictObject({
    ...common,
    op: z.literal('apart'),
    actors: z.tuple([ActorId, ActorId]),
    issue: IssueId,
    at: edtf,
    atLeast: z.number().min(0).max(4).optional(),
    atMost: z.number().min(0).max(4).optional(),
  }),
  z.strictObject({
    ...common,
    op: z.literal('trend'),
    pair: z.tuple([ActorId, ActorId]),
    dimension: z.enum(['coordination', 'rivalry']),
    from: edtf,
    to: edtf,
    direction: z.enum(['rise', 'fall']),
  }),
]);
export type ClaimTest = z.infer<typeof ClaimTest>;
export type TestOf<Op extends ClaimTest['op']> = Extract<ClaimTest, { op: Op }>;

/** A definition or a window a reader may change; a verdict that hangs on one says so. */
export const ClaimParameter = z.strictObject({
  id: Slug,
  label: Prose,
  default: words,
  definition: z.boolean().default(false).describe('True where the options are definitions: verdicts are compared'),
  options: z
    .array(z.strictObject({ value: words, label: Prose }))
    .default([])
    .describe('Closed choice; a date where empty'),
});
export type ClaimParameter = z.infer<typeof ClaimParameter>;

const Omission = z.strictObject({ record: Slug, why: Prose });
const Tension = z.strictObject({ with: Slug, why: Prose });

const claimFields = {
  n: z.int().min(1).describe('Order in the text'),
  part: words.describe('Paragraph of the document it belongs to'),
  kind: ClaimKind.describe('What it asserts'),
  paraphrase: Prose.describe('The sentence in our words'),
  quote: Quote.optional(),
  locator: words.optional().describe('Where in the text'),
  parameters: z.array(ClaimParameter).default([]).describe('What a reader may change'),
  tests: z.array(ClaimTest).default([]).describe('Questions to the record; none where it cannot be checked'),
  verdict: Verdict.describe('Verdict at the settings of the claim; a test holds it'),
  reason: Prose.describe('Why, in our words'),
  omits: z.array(Omission).default([]).describe('Records that bear on it and that the text leaves out'),
  tension: z.array(Tension).default([]).describe('Claims and records it pulls against'),
};

export const AuthoredClaim = z
  .strictObject({ text: Slug.describe('Document the sentence stands in'), ...claimFields })
  .refine(({ tests, verdict }) => (tests.length === 0) === (verdict === 'not-checkable'), {
    message: 'a claim without tests is not-checkable, and only such a claim',
    path: ['verdict'],
  });
export type AuthoredClaim = z.infer<typeof AuthoredClaim>;

export const Claim = z
  .strictObject({ id: ClaimId, text: DocumentId.describe('Document the sentence stands in'), ...claimFields })
  .describe('A sentence of a text, as a check that runs');
export type Claim = z.infer<typeof Claim>;

const ruleFields = {
  name: Name,
  owner: words.describe('Whose way of counting it is'),
  text: Prose.describe('The rule in our words'),
  unit: CountUnit.describe('What one is'),
  zone: words.describe('IANA zone in which a day is a day'),
  types: z.array(EventTypeId).min(1).describe('Event types looked at'),
  classes: z.array(MissileClass).min(1).describe('Classes counted'),
  label: words.nullable().default(null).describe('Whose class decides; the record’s where that namer gave none'),
  strict: z.boolean().default(false).describe('True where a launch the namer gave no class is left out'),
  failures: z.boolean().default(true).describe('Whether failed launches count'),
  without: z.array(words).default([]).describe('Systems left out, by designation, and why in the text'),
};

export const AuthoredRule = z.strictObject({ ...ruleFields, sources: z.array(AuthoredSource).min(1) });
export type AuthoredRule = z.infer<typeof AuthoredRule>;

export const CountingRule = z
  .strictObject({ id: RuleId, ...ruleFields, evidence: z.array(EventEvidence) })
  .describe('A way of counting launches');
export type CountingRule = z.infer<typeof CountingRule>;
