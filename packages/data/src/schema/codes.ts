import { z } from 'zod';

/** Event types by family. The codebook table `records/event-types.yaml` defines each one. */
export const FAMILIES = {
  contact: ['summit', 'visit', 'talks', 'multilateral-meeting', 'call', 'letter', 'mediation'],
  commitment: ['agreement', 'pledge', 'agree-to-talk', 'moratorium'],
  position: [
    'statement',
    'address',
    'proposal',
    'demand',
    'endorsement',
    'criticism',
    'allegation',
    'refusal',
    'threat',
  ],
  council: ['resolution', 'vote', 'veto', 'draft-resolution', 'council-meeting'],
  sanctions: ['sanctions-imposed', 'sanctions-eased', 'enforcement'],
  weapons: [
    'nuclear-test',
    'missile-launch',
    'satellite-launch',
    'engine-test',
    'facility-activity',
    'dismantlement',
    'inspection-access',
    'inspectors-expelled',
  ],
  military: ['exercise', 'exercise-suspended', 'deployment', 'armed-incident'],
  people: ['detention', 'detainee-release', 'remains-repatriated', 'family-reunion'],
  economy: ['aid', 'economic-cooperation'],
  relations: ['talks-cancelled', 'talks-suspended', 'liaison-opened', 'liaison-cut', 'treaty-withdrawal'],
  context: ['election', 'hearing', 'legislation', 'appointment', 'leadership-change'],
} as const;

export type Family = keyof typeof FAMILIES;
export type EventTypeId = (typeof FAMILIES)[Family][number];

export const Family = z.enum(Object.keys(FAMILIES) as [Family, ...Family[]]);
export const EventTypeId = z.enum(Object.values(FAMILIES).flat() as [EventTypeId, ...EventTypeId[]]);

/** The fourteen issue areas. `records/issues.yaml` anchors each scale in words. */
export const IssueId = z.enum([
  'denuclearization-scope',
  'sequencing',
  'verification',
  'sanctions',
  'testing',
  'exercises',
  'dual-freeze',
  'peace-regime',
  'normalization',
  'security-assurances',
  'dialogue',
  'format',
  'humanitarian',
  'china-us-coordination',
]);
export type IssueId = z.infer<typeof IssueId>;

export const Role = z.enum(['initiator', 'target', 'party', 'host', 'mediator', 'guarantor', 'observer']);
export type Role = z.infer<typeof Role>;

/** Highest first; the order is used to sort and to say "envoy level and up". */
export const Level = z.enum([
  'leader',
  'head-of-government',
  'minister',
  'envoy',
  'vice-minister',
  'working',
  'party',
  'military',
  'spokesperson',
  'track-1.5',
]);
export type Level = z.infer<typeof Level>;

export const Modality = z.enum(['occurred', 'announced', 'cancelled', 'scheduled', 'reported']);
export type Modality = z.infer<typeof Modality>;

export const SourceKind = z.enum([
  'primary-text',
  'official-readout',
  'official-document',
  'state-media',
  'wire',
  'newspaper',
  'broadcaster',
  'think-tank',
  'database',
  'academic',
  'reference',
]);
export type SourceKind = z.infer<typeof SourceKind>;

/** Kinds that can carry a record on their own. */
export const OFFICIAL_KINDS: readonly SourceKind[] = ['primary-text', 'official-readout', 'official-document'];

export const LinkRel = z.enum([
  'responds-to',
  'implements',
  'violates',
  'cancels',
  'follows',
  'contradicts',
  'part-of',
]);
export type LinkRel = z.infer<typeof LinkRel>;

/** A binding act, vote or treaty text · B principal on record · C spokesperson or state media · D reported. */
export const Grade = z.enum(['A', 'B', 'C', 'D']);
export type Grade = z.infer<typeof Grade>;
export const Basis = z.enum(['declared', 'revealed']);
export type Basis = z.infer<typeof Basis>;
export const Review = z.enum(['draft', 'single-coded', 'double-coded', 'adjudicated']);
export type Review = z.infer<typeof Review>;
export const Confidence = z.enum(['high', 'medium', 'low']);
export type Confidence = z.infer<typeof Confidence>;

export const MissileClass = z.enum([
  'artillery-rocket',
  'srbm',
  'mrbm',
  'irbm',
  'icbm',
  'slbm',
  'hypersonic',
  'cruise',
  'satellite-launcher',
  'unknown',
]);
export const WeaponOutcome = z.enum(['success', 'partial', 'failure', 'unknown']);
export const CommitmentStatus = z.enum(['pending', 'partly-fulfilled', 'fulfilled', 'violated', 'disputed', 'lapsed']);
export const Precision = z.enum(['day', 'month', 'season', 'year', 'interval']);
export type Precision = z.infer<typeof Precision>;
