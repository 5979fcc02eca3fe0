import type { z } from 'zod';
import { Claim, CountingRule } from './claims.ts';
import {
  Actor,
  Document,
  Event,
  EventType,
  Issue,
  type Manifest,
  Person,
  Place,
  Process,
  Redirect,
  Source,
  Stance,
  StanceCoding,
} from './published.ts';
import type { Quality } from './quality.ts';

/** Every published table by name; order is the order of build and of documentation. */
export const TABLES = {
  events: Event,
  documents: Document,
  stances: Stance,
  codings: StanceCoding,
  claims: Claim,
  rules: CountingRule,
  sources: Source,
  actors: Actor,
  persons: Person,
  places: Place,
  processes: Process,
  types: EventType,
  issues: Issue,
  redirects: Redirect,
} as const;
export type TableName = keyof typeof TABLES;

/** The rows of every table. */
export type Tables = { [T in TableName]: z.infer<(typeof TABLES)[T]>[] };

export interface Snapshot extends Tables {
  manifest: Manifest;
  quality: Quality;
}
