import * as z from 'zod';
import {
  CLAIM_KINDS,
  COUNT_UNITS,
  EVENT_TYPES,
  type EventTypeId as EventTypeName,
  type Family as FamilyName,
  FAMILY_NAMES,
  ISSUES,
  LEVELS,
  MODALITIES,
  REVIEWS,
  SOURCE_KINDS,
  VERDICTS,
} from './lists.ts';

export { FAMILIES } from './lists.ts';
export type Family = FamilyName;
export type EventTypeId = EventTypeName;

export const Family = z.enum(FAMILY_NAMES);
export const EventTypeId = z.enum(EVENT_TYPES);

/** The fourteen issue areas. `records/issues.yaml` anchors each scale in words. */
export const IssueId = z.enum(ISSUES);
export type IssueId = z.infer<typeof IssueId>;

export const Role = z.enum(['initiator', 'target', 'party', 'host', 'mediator', 'guarantor', 'observer']);
export type Role = z.infer<typeof Role>;

/** Highest first; the order is used to sort and to say "envoy level and up". */
export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

export const Modality = z.enum(MODALITIES);
export type Modality = z.infer<typeof Modality>;

export const SourceKind = z.enum(SOURCE_KINDS);
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
export const Review = z.enum(REVIEWS);
export type Review = z.infer<typeof Review>;
export const Confidence = z.enum(['high', 'medium', 'low']);
export type Confidence = z.infer<typeof Confidence>;

/** `ballistic` and `missile` say no more than that: they occur in what a namer called a launch. */
export const MissileClass = z.enum([
  'ballistic',
  'missile',
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

export const ClaimKind = z.enum(CLAIM_KINDS);
export type ClaimKind = z.infer<typeof ClaimKind>;
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;
export const CountUnit = z.enum(COUNT_UNITS);
export type CountUnit = z.infer<typeof CountUnit>;
