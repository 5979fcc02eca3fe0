import { m } from '#lib/paraglide/messages.js';

/*
 * Labels of the codes that pages name in the browser, one by one, so that a page carries no others. On the server `label` knows
 * all of them; the catalogue test holds the two together.
 */
export const CODES = {
  dimension: {
    coordination: m.dimension_coordination,
    rivalry: m.dimension_rivalry,
  },
  weights: {
    linear: m.weights_linear,
    equal: m.weights_equal,
    doubling: m.weights_doubling,
  },
  family: {
    contact: m.family_contact,
    commitment: m.family_commitment,
    position: m.family_position,
    council: m.family_council,
    sanctions: m.family_sanctions,
    weapons: m.family_weapons,
    military: m.family_military,
    people: m.family_people,
    economy: m.family_economy,
    relations: m.family_relations,
    context: m.family_context,
  },
  grade: {
    A: m.grade_A,
    B: m.grade_B,
    C: m.grade_C,
    D: m.grade_D,
  },
  map_kind: {
    launch: m.map_kind_launch,
    nuclear: m.map_kind_nuclear,
    meeting: m.map_kind_meeting,
    other: m.map_kind_other,
  },
  standing: {
    fulfilled: m.standing_fulfilled,
    'partly-fulfilled': m['standing_partly-fulfilled'],
    pending: m.standing_pending,
    disputed: m.standing_disputed,
    violated: m.standing_violated,
    lapsed: m.standing_lapsed,
  },
  verdict: {
    supported: m.verdict_supported,
    'supported-with-qualification': m['verdict_supported-with-qualification'],
    'definition-dependent': m['verdict_definition-dependent'],
    contested: m.verdict_contested,
    'not-supported': m['verdict_not-supported'],
    'insufficient-evidence': m['verdict_insufficient-evidence'],
    'not-checkable': m['verdict_not-checkable'],
  },
} as const;

export type CodeGroup = keyof typeof CODES;

/** The label of a code: `code('verdict', 'supported')`. */
export function code(group: CodeGroup, value: string): string {
  const labels: Readonly<Record<string, () => string>> = CODES[group];
  return labels[value]?.() ?? value;
}
