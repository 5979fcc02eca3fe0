/* The code lists as plain values, so that the query engine needs no schema library. `codes.ts` makes schemas of them. */

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

export const FAMILY_NAMES = Object.keys(FAMILIES) as [Family, ...Family[]];
export const EVENT_TYPES = Object.values(FAMILIES).flat() as [EventTypeId, ...EventTypeId[]];

/** The four languages of the record, as BCP 47 tags. */
export const LANGS = ['en', 'zh-Hans', 'zh-Hant', 'ko'] as const;

/** The fourteen issue areas. */
export const ISSUES = [
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
] as const;

/** Highest first; the order is used to sort and to say "envoy level and up". */
export const LEVELS = [
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
] as const;

export const MODALITIES = ['occurred', 'announced', 'cancelled', 'scheduled', 'reported'] as const;

export const SOURCE_KINDS = [
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
] as const;

export const REVIEWS = ['draft', 'single-coded', 'double-coded', 'adjudicated'] as const;

/** What a claim asserts. */
export const CLAIM_KINDS = [
  'existence',
  'date',
  'count',
  'sequence',
  'first-of-kind',
  'role',
  'quotation',
  'document-content',
  'attribution',
  'stance',
  'trend',
  'state',
  'causal',
] as const;

/** What the record says of a claim, from yes to no to neither. */
export const VERDICTS = [
  'supported',
  'supported-with-qualification',
  'definition-dependent',
  'contested',
  'not-supported',
  'insufficient-evidence',
  'not-checkable',
] as const;

/** What a counting rule counts. */
export const COUNT_UNITS = ['launch-event', 'projectile', 'launch-day'] as const;
