import * as z from 'zod';

/** Lower-case words joined by hyphens; the file name without its ending. */
export const Slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

/** State: ISO 3166-1 alpha-2. Organisation or body: a slug. */
export const ActorId = z
  .string()
  .regex(/^(?:[A-Z]{2}|[a-z0-9]+(?:-[a-z0-9]+)*)$/, 'ISO 3166-1 alpha-2 for a state, a slug for a body')
  .brand<'ActorId'>();
export type ActorId = z.infer<typeof ActorId>;

export const EventId = Slug.brand<'EventId'>();
export type EventId = z.infer<typeof EventId>;
export const PersonId = Slug.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;
export const PlaceId = Slug.brand<'PlaceId'>();
export type PlaceId = z.infer<typeof PlaceId>;
export const ProcessId = Slug.brand<'ProcessId'>();
export type ProcessId = z.infer<typeof ProcessId>;
export const DocumentId = Slug.brand<'DocumentId'>();
export type DocumentId = z.infer<typeof DocumentId>;

export const ClaimId = Slug.brand<'ClaimId'>();
export type ClaimId = z.infer<typeof ClaimId>;
export const RuleId = Slug.brand<'RuleId'>();
export type RuleId = z.infer<typeof RuleId>;

/** Derived by the build from the URL alone, so that correcting a title never moves it. */
export const SourceId = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .brand<'SourceId'>();
export type SourceId = z.infer<typeof SourceId>;

/** Derived: `<event or document id>.<actor>.<issue>.<n>`. */
export const StanceId = z
  .string()
  .regex(/^[a-z0-9-]+\.[A-Za-z0-9-]+\.[a-z-]+\.\d+$/)
  .brand<'StanceId'>();
export type StanceId = z.infer<typeof StanceId>;
