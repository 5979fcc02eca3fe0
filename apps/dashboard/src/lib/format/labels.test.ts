import {
  Basis,
  ClaimKind,
  Confidence,
  Family,
  Grade,
  Level,
  LinkRel,
  MissileClass,
  Modality,
  Review,
  Role,
  SourceKind,
  Verdict,
  WeaponOutcome,
} from '@peninsula/data/schema';
import { DIMENSIONS, WEIGHTINGS } from '@peninsula/data/models';
import { expect, test } from 'vitest';
import { m } from '#lib/paraglide/messages.js';

const GROUPS: Record<string, readonly string[]> = {
  dimension: DIMENSIONS,
  weights: Object.keys(WEIGHTINGS),
  family: Family.options,
  level: Level.options,
  role: Role.options,
  modality: Modality.options,
  kind: SourceKind.options,
  basis: Basis.options,
  grade: Grade.options,
  review: Review.options,
  confidence: Confidence.options,
  class: MissileClass.options,
  verdict: Verdict.options,
  claim_kind: ClaimKind.options,
  detail_outcome: WeaponOutcome.options,
  event_link: LinkRel.options,
  event_linked: LinkRel.options,
};

test.each(Object.entries(GROUPS))('every code of %s has a label', (group, codes) => {
  for (const code of codes) expect(Object.keys(m)).toContain(`${group}_${code}`);
});
