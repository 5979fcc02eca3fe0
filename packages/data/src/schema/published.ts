import * as z from 'zod';
import {
  CommitmentStatus,
  EventTypeId,
  Family,
  IssueId,
  Level,
  LinkRel,
  Modality,
  Precision,
  Role,
  SourceKind,
} from './codes.ts';
import { ActorId, DocumentId, EventId, PersonId, PlaceId, ProcessId, SourceId, StanceId } from './ids.ts';
import { Account, Coding, Detail, Outcome, Position, Quote, Revision, Signal } from './parts.ts';
import { Name, Prose } from './text.ts';

/* What the build publishes: no defaults left open, references resolved, derived fields filled in. */

const words = z.string().min(1);
const Instant = z.string().regex(/^-?\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);

export const PublishedDate = z
  .strictObject({
    edtf: words.describe('EDTF level 1, in local civil time of tz'),
    tz: words.describe('IANA time zone of the civil date'),
    start: Instant.nullable().describe('First UTC instant the date may cover; null where open'),
    end: Instant.nullable().describe('First UTC instant after it; null where open'),
    precision: Precision.describe('Finest unit the date commits to'),
    uncertain: z.boolean().describe('True where EDTF marks it ? or %'),
    approximate: z.boolean().describe('True where EDTF marks it ~ or %'),
  })
  .describe('A local civil date with its UTC interval');
export type PublishedDate = z.infer<typeof PublishedDate>;

export const EventEvidence = z
  .strictObject({
    source: SourceId.describe('Source id'),
    says: words.describe('What the source says for this record, in our words'),
    quote: Quote.optional(),
    locator: words.optional().describe('Page, paragraph or time mark'),
  })
  .describe('One source as evidence for this record');
export type EventEvidence = z.infer<typeof EventEvidence>;

const Evidence = z.array(EventEvidence).describe('Sources in order; other fields refer to them by number from 1');

export const PublishedParticipant = z
  .strictObject({
    actor: ActorId.describe('Actor id'),
    role: Role.describe('What the actor was in this event'),
    level: Level.nullable().describe('Level at which it took part; null where not coded'),
    persons: z
      .array(
        z.strictObject({
          person: PersonId.describe('Person id'),
          office: words.nullable().describe('Office held on that date, in English; null where not known'),
        }),
      )
      .describe('Persons who acted for it, with the office each held that day'),
  })
  .describe('One actor in one role');
export type PublishedParticipant = z.infer<typeof PublishedParticipant>;

export const Event = z
  .strictObject({
    id: EventId.describe('Event id, stable for ever'),
    type: EventTypeId.describe('Event type'),
    family: Family.describe('Family of the type'),
    title: Name,
    summary: Prose,
    date: PublishedDate,
    knownAt: z.string().nullable().describe('Day by which the earliest source had been published'),
    modality: Modality.describe('Whether it occurred, was announced, scheduled, cancelled or reported'),
    place: PlaceId.nullable().describe('Place id'),
    process: ProcessId.nullable().describe('Process id'),
    issues: z.array(IssueId).describe('Issue areas, primary first'),
    participants: z.array(PublishedParticipant).describe('Who took part, in which role, at which level'),
    level: Level.nullable().describe('Highest level at which a party or initiator took part'),
    outcomes: z.array(Outcome).describe('What each side said came of it'),
    accounts: z.array(Account).describe('Fields on which sources differ'),
    detail: Detail,
    signals: z.array(Signal).describe('Coordination and rivalry per directed dyad'),
    links: z
      .array(z.strictObject({ rel: LinkRel.describe('Relation'), to: words.describe('Event or document id') }))
      .describe('Links from this event'),
    linkedFrom: z
      .array(z.strictObject({ rel: LinkRel.describe('Relation'), from: words.describe('Event or document id') }))
      .describe('Links to this event, derived'),
    stances: z.array(StanceId).describe('Stance signals this event carries'),
    evidence: Evidence,
    coding: Coding,
    revisions: z.array(Revision).describe('Corrections after publication'),
  })
  .describe('A dated event');
export type Event = z.infer<typeof Event>;

export const Source = z
  .strictObject({
    id: SourceId.describe('Source id, derived from the URL'),
    url: words.describe('URL exactly as found'),
    publisher: words.describe('Who published it'),
    via: words.nullable().describe('Who carried it, where a wire was reprinted'),
    country: words.nullable().describe('Publisher country, ISO 3166-1 alpha-2, INT for international'),
    kind: SourceKind.describe('Kind of source'),
    title: words.nullable().describe('Title of the item'),
    lang: words.describe('Language, BCP 47'),
    published: words.nullable().describe('Date published, EDTF'),
    accessed: words.nullable().describe('Date looked up, EDTF'),
    archived: words.nullable().describe('Archived copy'),
    licence: words.nullable().describe('Licence note'),
    citedBy: z.array(words).describe('Ids of the records that cite it'),
  })
  .describe('One published item');
export type Source = z.infer<typeof Source>;

export const Actor = z
  .strictObject({
    id: ActorId.describe('ISO 3166-1 alpha-2 for a state, a slug for a body'),
    kind: z.enum(['state', 'organisation', 'body']).describe('Kind of actor'),
    name: Name,
    short: Name.describe('Short name for labels'),
    aliases: z.array(words).describe('Other names and abbreviations'),
    partOf: ActorId.nullable().describe('The body or state it belongs to'),
    crosswalk: z
      .strictObject({
        iso3: words.optional().describe('ISO 3166-1 alpha-3'),
        cameo: words.optional().describe('CAMEO actor code'),
        cow: words.optional().describe('Correlates of War country code'),
      })
      .describe('Codes elsewhere'),
  })
  .describe('A state, organisation or body');
export type Actor = z.infer<typeof Actor>;

export const Office = z
  .strictObject({
    title: Prose,
    actor: ActorId.describe('For whom the office is held'),
    level: Level.describe('Level of the office'),
    from: PublishedDate.nullable().describe('Start; null where not known'),
    to: PublishedDate.nullable().describe('End; null where it goes on or is not known'),
    evidence: z.array(z.int()).describe('Numbers of the sources of this record, from 1'),
    note: words.optional().describe('Remark'),
  })
  .describe('A dated office');
export type Office = z.infer<typeof Office>;

export const Person = z
  .strictObject({
    id: PersonId.describe('Person id'),
    name: Name,
    romanisations: z.array(words).describe('Other romanised spellings'),
    actor: ActorId.describe('Actor the person mainly acts for'),
    offices: z.array(Office).describe('Offices held, dated'),
    evidence: Evidence,
  })
  .describe('A person with dated offices');
export type Person = z.infer<typeof Person>;

export const Place = z
  .strictObject({
    id: PlaceId.describe('Place id'),
    name: Name,
    country: ActorId.describe('Country it lies in'),
    lat: z.number().describe('Latitude, degrees'),
    lon: z.number().describe('Longitude, degrees'),
    precisionKm: z.number().describe('Radius within which the point is meant, km'),
    kind: words.describe('Kind of place'),
    evidence: Evidence,
  })
  .describe('A place');
export type Place = z.infer<typeof Place>;

export const Process = z
  .strictObject({
    id: ProcessId.describe('Process id'),
    name: Name,
    summary: Prose,
    date: PublishedDate,
    parties: z.array(ActorId).describe('Parties'),
    events: z.array(EventId).describe('Its events in order of date'),
  })
  .describe('An episode that groups events');
export type Process = z.infer<typeof Process>;

export const Commitment = z
  .strictObject({
    n: z.int().describe('Number within the document'),
    by: z.array(ActorId).describe('Who undertook it'),
    to: z.array(ActorId).describe('Towards whom'),
    issue: IssueId.nullable().describe('Issue area'),
    text: Prose,
    status: z
      .array(
        z.strictObject({
          date: PublishedDate,
          status: CommitmentStatus.describe('Status from that date'),
          note: words.describe('Why, in our words'),
          event: EventId.nullable().describe('The event that shows it'),
          evidence: z.array(z.int()).describe('Numbers of the sources of this record'),
        }),
      )
      .describe('Dated evidence of status'),
  })
  .describe('A numbered commitment');
export type Commitment = z.infer<typeof Commitment>;

export const Document = z
  .strictObject({
    id: DocumentId.describe('Document id'),
    type: words.describe('Kind of document'),
    title: Name,
    summary: Prose,
    date: PublishedDate,
    symbol: words.nullable().describe('Official symbol'),
    authors: z.array(words).describe('Authors as printed, where persons signed it'),
    parties: z.array(ActorId).describe('Parties, or the actor it speaks for'),
    process: ProcessId.nullable().describe('Process id'),
    event: EventId.nullable().describe('Event at which it was made'),
    paragraphs: z
      .array(z.strictObject({ n: words.describe('Number in the original'), text: Prose }))
      .describe('Paragraphs in our own words'),
    commitments: z.array(Commitment).describe('Numbered commitments'),
    stances: z.array(StanceId).describe('Stance signals this document carries'),
    evidence: Evidence,
  })
  .describe('An agreement, statement, resolution, address or draft');
export type Document = z.infer<typeof Document>;

export const Stance = z
  .strictObject({
    id: StanceId.describe('Stance id'),
    ...Position.shape,
    office: words.nullable().describe('Office of the speaker that day'),
    date: PublishedDate,
    knownAt: z.string().nullable().describe('Day by which the earliest source had been published'),
    from: words.describe('Event or document it comes from'),
    sources: z.array(SourceId).describe('Sources'),
    coder: words.describe('Role of the coder'),
    codebook: words.describe('Codebook version'),
  })
  .describe('A stance signal');
export type Stance = z.infer<typeof Stance>;

const SignalDefault = z
  .strictObject({
    coordination: z.number().describe('Share of coordination'),
    rivalry: z.number().describe('Share of rivalry'),
    intensity: z.int().describe('Intensity 1 to 4'),
  })
  .nullable();

export const EventType = z
  .strictObject({
    id: EventTypeId.describe('Event type'),
    family: Family.describe('Family'),
    name: Name,
    definition: words.describe('Definition'),
    include: z.array(words).describe('Examples that count'),
    exclude: z.array(words).describe('Examples that do not'),
    plover: words.nullable().describe('PLOVER event type'),
    cameo: words.nullable().describe('CAMEO code'),
    quad: words.describe('Quad class'),
    signals: z
      .strictObject({
        mutual: SignalDefault.describe('Between parties, both ways'),
        directed: SignalDefault.describe('From initiator or party to target'),
      })
      .describe('Default signals'),
  })
  .describe('A type of event');
export type EventType = z.infer<typeof EventType>;

export const Issue = z
  .strictObject({
    id: IssueId.describe('Issue area'),
    name: Name,
    definition: words.describe('Definition'),
    scale: z
      .array(z.strictObject({ value: z.int().describe('Position, −2 to 2'), anchor: words.describe('What it means') }))
      .length(5)
      .describe('The five anchored positions'),
  })
  .describe('An issue area with its position scale');
export type Issue = z.infer<typeof Issue>;

export const Redirect = z
  .strictObject({
    id: words.describe('The retired id'),
    kind: z.enum(['moved', 'split', 'withdrawn']).describe('What happened to it'),
    to: z.array(words).describe('Where it went'),
    on: words.describe('When'),
    reason: words.describe('Why'),
  })
  .describe('A retired id that still resolves');
export type Redirect = z.infer<typeof Redirect>;

const CoverageSpan = z.strictObject({
  family: words.describe('Event family, or all'),
  from: words.describe('From, EDTF'),
  to: words.describe('To, EDTF'),
});

export const Manifest = z
  .strictObject({
    name: words.describe('Dataset name'),
    title: words.describe('Dataset title'),
    release: words.describe('Semantic version of the data'),
    released: words.describe('Release date'),
    digest: words.describe('SHA-256 over the canonical tables'),
    description: words.describe('What it is'),
    licence: words.describe('SPDX licence of the data'),
    compiled: words.describe('How it was compiled'),
    counts: z.record(z.string(), z.int()).describe('Rows per table'),
    coverage: z
      .array(
        CoverageSpan.extend({
          completeness: words.describe('complete, substantial or partial'),
          rule: words.describe('Inclusion rule'),
          events: z.int().describe('Events in the span'),
        }),
      )
      .describe('Coverage statement'),
    gaps: z.array(CoverageSpan.extend({ what: words.describe('What is missing') })).describe('Known gaps'),
  })
  .describe('What this release holds');
export type Manifest = z.infer<typeof Manifest>;

export const StanceCoding = z
  .strictObject({
    id: words.describe('Record, actor and issue, joined by dots'),
    of: words.describe('Event or document that was read'),
    actor: ActorId.describe('Whose position'),
    issue: IssueId.describe('Issue area'),
    applicable: z.boolean().describe('Whether this coder found a position there'),
    lo: z.int().nullable().describe('Lower bound; null where none was found'),
    hi: z.int().nullable().describe('Upper bound; null where none was found'),
    note: words.nullable().describe('Why, in the words of the coder'),
    stance: StanceId.nullable().describe('Stance signal of the first coding; null where it holds none'),
    coder: words.describe('Role of the coder'),
    codebook: words.describe('Codebook version'),
  })
  .describe('A position as a second coder read it, blind to the first coding');
export type StanceCoding = z.infer<typeof StanceCoding>;
