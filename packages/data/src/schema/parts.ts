import * as z from 'zod';
import { Basis, Confidence, Grade, IssueId, Level, MissileClass, Review, Role, WeaponOutcome } from './codes.ts';
import { ActorId, PersonId } from './ids.ts';
import { Prose } from './text.ts';

/* Shapes that the authored and the published record share word for word. */

const words = z.string().trim().min(1);

/** Positions in the record's own `sources` list, counted from 1, as a reader sees the footnotes. */
export const EvidenceRefs = z
  .array(z.int().min(1))
  .min(1)
  .describe('Numbers of the sources in this record that say so, counted from 1');

export const Quote = words
  .refine((text) => text.split(/\s+/).length <= 25, 'a quotation is at most 25 words')
  .describe('Verbatim words, at most 25');

const byNamer = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value: value.describe('The value'),
    by: words.describe('Who gives it, e.g. ROK JCS, Japan MoD, KCNA'),
  });

export const Participant = z
  .strictObject({
    actor: ActorId.describe('Actor id'),
    role: Role.describe('What the actor was in this event'),
    level: Level.optional().describe('Level at which it took part'),
    persons: z.array(PersonId).optional().describe('Persons who acted for it; offices follow from the date'),
  })
  .describe('One actor in one role');

export const Outcome = z
  .strictObject({
    party: ActorId.describe('Whose account of the outcome this is'),
    text: Prose.describe('What that side said came of it, in our words'),
    quote: Quote.optional(),
    evidence: EvidenceRefs,
  })
  .describe('What one side said came of it; outcomes of several sides stand beside each other');

export const Account = z
  .strictObject({
    field: words.describe('The field on which sources differ: date, time, count, system, outcome, cause …'),
    values: z
      .array(
        z.strictObject({
          value: words.describe('What this source says'),
          heldBy: words.optional().describe('Whose account it is, where it is not simply the publisher'),
          evidence: EvidenceRefs,
        }),
      )
      .min(1)
      .describe('The differing values, each with its evidence'),
    preferred: words.optional().describe('The value the record uses; absent where none is preferred'),
    reason: words.optional().describe('Why'),
  })
  .describe('A field on which sources differ');

export const Position = z
  .strictObject({
    actor: ActorId.describe('Whose position'),
    speaker: PersonId.optional().describe('Who said it; the office held that day follows'),
    issue: IssueId.describe('Issue area'),
    lo: z.int().min(-2).max(2).describe('Lower bound on the issue scale'),
    hi: z.int().min(-2).max(2).describe('Upper bound on the issue scale'),
    basis: Basis.describe('declared: said or voted; revealed: done'),
    grade: Grade.describe('Evidence grade A to D'),
    said: words.describe('What was said or done, in our words'),
    target: ActorId.optional().describe('To whom'),
    conditions: words.optional().describe('Conditions attached, as text'),
    term: z
      .strictObject({ text: words.describe('The term itself'), lang: words.describe('BCP 47 tag') })
      .optional()
      .describe('Term of art in the original language'),
    evidence: EvidenceRefs,
  })
  .refine((p) => p.lo <= p.hi, { message: 'lo must not exceed hi', path: ['lo'] })
  .describe('A stance signal: a position on one issue, as this record shows it');

const Share = z.number().min(0).max(1);

export const Signal = z
  .strictObject({
    from: ActorId.describe('Acting side'),
    to: ActorId.describe('Side acted towards'),
    coordination: Share.describe('Share of coordination, 0 to 1'),
    rivalry: Share.describe('Share of rivalry, 0 to 1'),
    intensity: z.int().min(1).max(4).describe('Intensity 1 to 4'),
    reason: words.optional().describe('Why it differs from the type default; absent for a default'),
  })
  .refine((s) => s.coordination + s.rivalry <= 1 + 1e-9, 'coordination and rivalry sum to at most 1')
  .describe('What the event carries from one side to another');

export const Detail = z
  .strictObject({
    launch: z
      .strictObject({
        time: words.optional().describe('Local time of the first launch, HH:MM'),
        count: z
          .strictObject({
            best: z.int().min(0).optional().describe('Preferred count'),
            low: z.int().min(0).optional().describe('Lowest published count'),
            high: z.int().min(0).optional().describe('Highest published count'),
            missiles: z.int().min(0).optional().describe('Missiles among them, where rockets were fired too'),
          })
          .optional()
          .describe('Projectiles in the launch event'),
        class: MissileClass.describe('Class by the prevailing assessment'),
        classes: z
          .array(byNamer(MissileClass))
          .optional()
          .describe('Class as each namer gave it, where that is on record: counting rules read it'),
        systems: z.array(byNamer(words)).optional().describe('Designations, each with its namer'),
        rangeKm: z
          .array(byNamer(z.number().min(0)))
          .optional()
          .describe('Range flown in km, by source'),
        apogeeKm: z
          .array(byNamer(z.number().min(0)))
          .optional()
          .describe('Apogee in km, by source'),
        outcome: WeaponOutcome.describe('Outcome of the launch'),
      })
      .optional()
      .describe('Missile and satellite launches'),
    nuclear: z
      .strictObject({
        yieldKt: z
          .array(
            z.strictObject({
              low: z.number().describe('Lower estimate, kt'),
              high: z.number().describe('Upper estimate, kt'),
              by: words.describe('Who estimates'),
            }),
          )
          .optional()
          .describe('Yield estimates in kilotons'),
        magnitude: z.array(byNamer(z.number())).optional().describe('Seismic magnitude, by source'),
      })
      .optional()
      .describe('Nuclear tests'),
    vote: z
      .strictObject({
        symbol: words.optional().describe('Document symbol'),
        meeting: words.optional().describe('Meeting number or record symbol'),
        for: z.int().min(0).describe('Votes in favour'),
        against: z.int().min(0).describe('Votes against'),
        abstain: z.int().min(0).describe('Abstentions'),
        votes: z
          .record(z.string(), z.enum(['yes', 'no', 'abstain', 'absent']))
          .optional()
          .describe('Vote of each member by actor id'),
        vetoedBy: z.array(ActorId).optional().describe('Permanent members whose no was a veto'),
      })
      .optional()
      .describe('Council votes'),
    sanctions: z
      .strictObject({
        instrument: words.describe('Legal instrument'),
        measures: z.array(words).describe('Measures, in our words'),
        targets: z.int().min(0).optional().describe('Number of targets named'),
      })
      .optional()
      .describe('Sanctions packages'),
    exercise: z
      .strictObject({
        name: words.describe('Name of the exercise'),
        scale: words.optional().describe('Published scale'),
        change: words.optional().describe('Change announced against earlier practice'),
      })
      .optional()
      .describe('Military exercises'),
    meeting: z
      .strictObject({
        format: words.optional().describe('Format, e.g. one-on-one, plenary, closed'),
        duration: words.optional().describe('Length as published'),
      })
      .optional()
      .describe('Meetings, visits and calls'),
  })
  .describe('Type-specific detail');

export const Coding = z
  .strictObject({
    by: words.describe('Role of the coder, never a person'),
    review: Review.describe('Review state'),
    confidence: Confidence.describe('Confidence in the coding'),
    reason: words.optional().describe('Reason for the confidence'),
    singleSource: z.boolean().optional().describe('True where the record rests on one non-official source'),
  })
  .describe('How the record was coded');

export const Revision = z
  .strictObject({
    on: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .describe('Date of the revision'),
    what: words.describe('What changed'),
    why: words.describe('Why'),
  })
  .describe('A correction after publication');
