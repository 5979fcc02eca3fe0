import * as z from 'zod';
import { Family, IssueId } from './codes.ts';
import { ActorId } from './ids.ts';
import { LANGS } from './lists.ts';

/* The quality report: what the record is worth as evidence, counted by the build from the published tables. */

const words = z.string().min(1);
const count = z.int().min(0);
const Share = z.number().min(0).max(1).describe('Share, 0 to 1');
const Tally = z.record(z.string(), count).describe('Count per value, most first');

export const Agreement = z
  .strictObject({
    units: count.describe('Units coded by both'),
    alpha: z.number().nullable().describe('Krippendorff’s α; null where the codings leave nothing to agree on'),
    low: z.number().nullable().describe('Lower end of the 95 % bootstrap interval'),
    high: z.number().nullable().describe('Upper end of the 95 % bootstrap interval'),
  })
  .describe('Agreement of two codings');
export type Agreement = z.infer<typeof Agreement>;

export const Quality = z
  .strictObject({
    release: words.describe('Release the report is about'),
    evidence: z
      .strictObject({
        events: count.describe('Events'),
        official: Share.describe('Share of events with an official or primary source'),
        independent: Share.describe('Share of events without one that rest on two publishers or more'),
        singleSource: Share.describe('Share of events resting on one source that is not official'),
        sourcesPerEvent: z.number().describe('Mean number of sources of an event'),
        quotations: count.describe('Verbatim quotations'),
      })
      .describe('What events rest on'),
    sources: z
      .strictObject({
        n: count.describe('Published items'),
        countries: Tally,
        kinds: Tally,
        languages: Tally,
        untitled: count.describe('Recorded without their title'),
        undated: count.describe('Recorded without their date'),
        carried: count.describe('Read at a publisher that carried another’s text'),
      })
      .describe('Balance of sources'),
    disagreement: z
      .strictObject({
        events: count.describe('Events with differing accounts'),
        accounts: count.describe('Fields on which sources differ'),
        preferred: count.describe('Of these, with a preferred value and its reason'),
        outcomes: count.describe('Events whose outcome is told per party'),
      })
      .describe('Disagreement kept'),
    commitments: z
      .strictObject({ n: count.describe('Numbered commitments'), status: Tally })
      .describe('Commitments by their latest status'),
    review: Tally,
    confidence: Tally,
    unreviewed: Share.describe('Share of events that no second coder has seen'),
    languages: z
      .array(
        z.strictObject({
          lang: z.enum(LANGS).describe('Language'),
          titles: count.describe('Events with a title in it'),
          summaries: count.describe('Events with a summary in it'),
        }),
      )
      .describe('Texts of events per language'),
    terms: count.describe('Stance signals with their term of art in the original language'),
    links: z
      .strictObject({ n: count.describe('Links'), events: count.describe('Events that have or receive one') })
      .describe('Links between records'),
    brokenReferences: z.array(words).describe('References that resolve to nothing, as record → id'),
    coverage: z
      .array(z.strictObject({ year: z.int(), families: z.partialRecord(Family, count) }))
      .describe('Events per year and family'),
    launches: z
      .array(
        z.strictObject({
          year: z.int(),
          ballistic: count.describe('Launch events of ballistic missiles and satellite launchers'),
          other: count.describe('Launch events of cruise missiles, artillery rockets or of unknown class'),
          projectiles: count.describe('Projectiles, best counts added up'),
          uncounted: count.describe('Launch events without a count'),
        }),
      )
      .describe('Launch events per year: events, not missiles'),
    silences: z
      .array(
        z.strictObject({
          actor: ActorId,
          from: words.describe('First day without a record'),
          to: words.describe('Last day without a record'),
          days: count.describe('Days'),
        }),
      )
      .describe('Longest stretch of the core window in which nothing is recorded of an actor'),
    reliability: z
      .strictObject({
        units: count.describe('Units in the second coding'),
        applicability: Agreement.describe('Whether a position is there to be coded, nominal'),
        position: Agreement.describe('Where it lies, ordinal on the midpoint, over all issues'),
        issues: z.array(z.strictObject({ issue: IssueId, position: Agreement })).describe('The same per issue'),
        overlap: Share.nullable().describe('Share of units coded by both whose ranges overlap'),
      })
      .describe('Agreement between the first coding and the blind second one'),
  })
  .describe('Quality report of a release');
export type Quality = z.infer<typeof Quality>;
