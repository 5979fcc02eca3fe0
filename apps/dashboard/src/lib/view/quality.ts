import type { Lang, PeninsulaRecord } from '@peninsula/data';
import type { Agreement, Family } from '@peninsula/data/schema';
import { FAMILIES } from '@peninsula/data/schema';
import type { YearCount } from '#lib/charts/columns.ts';
import { writeDate } from '#lib/format/dates.ts';
import { label } from '#lib/format/labels.ts';
import { actorLabel, countryName } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { issueName } from './event.ts';

export interface Amount {
  readonly name: string;
  readonly n: number;
  /** Against the largest of its list, 0 to 1. */
  readonly share: number;
}

export interface QualityView {
  readonly finding: string;
  /** Shares with where each begins, 0 to 1. */
  readonly evidence: readonly { readonly name: string; readonly share: number; readonly from: number }[];
  readonly counts: readonly (readonly [name: string, value: string])[];
  readonly countries: readonly Amount[];
  readonly otherCountries: { readonly countries: number; readonly sources: number };
  readonly kinds: readonly Amount[];
  readonly languages: readonly Amount[];
  readonly families: readonly string[];
  readonly years: readonly {
    readonly year: number;
    readonly total: number;
    readonly cells: readonly { readonly family: Family; readonly n: number; /** 0 to 5. */ readonly shade: number }[];
  }[];
  readonly launches: readonly (YearCount & { readonly projectiles: number; readonly uncounted: number })[];
  readonly silences: readonly {
    readonly actor: string;
    readonly name: string;
    readonly span: string;
    readonly days: number;
  }[];
  readonly reliability: {
    readonly units: number;
    readonly overlap: number | null;
    readonly rows: readonly { readonly name: string; readonly agreement: Agreement }[];
  };
}

const SHOWN = 12;

export function qualityView(record: PeninsulaRecord, lang: Lang): QualityView {
  const { quality, manifest } = record.snapshot;
  const { evidence, sources, disagreement, reliability } = quality;
  const percent = (value: number) =>
    new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  const number = (value: number) => value.toLocaleString(lang);
  const families = Object.keys(FAMILIES) as Family[];
  const most = Math.max(1, ...quality.coverage.flatMap((year) => Object.values(year.families)));
  const countries = Object.entries(sources.countries).filter(([code]) => code !== 'unknown');
  return {
    finding: m.quality_finding({ official: percent(evidence.official), single: percent(evidence.singleSource) }),
    evidence: [
      { name: m.about_official(), share: evidence.official, from: 0 },
      { name: m.quality_independent(), share: evidence.independent, from: evidence.official },
      { name: m.about_single(), share: evidence.singleSource, from: 1 - evidence.singleSource },
    ],
    counts: [
      [m.quality_events(), number(evidence.events)],
      [m.quality_sources(), number(sources.n)],
      [m.quality_source_countries(), number(countries.length)],
      [m.quality_documents(), number(manifest.counts['documents'] ?? 0)],
      [m.quality_commitments(), number(quality.commitments.n)],
      [m.quality_stances(), number(manifest.counts['stances'] ?? 0)],
      [m.quality_persons(), number(manifest.counts['persons'] ?? 0)],
      [m.quality_per_event(), String(evidence.sourcesPerEvent)],
      [m.about_accounts(), number(disagreement.events)],
      [m.quality_preferred(), `${number(disagreement.preferred)} / ${number(disagreement.accounts)}`],
      [m.quality_outcomes(), number(disagreement.outcomes)],
      [m.quality_linked(), number(quality.links.events)],
      [m.quality_terms(), number(quality.terms)],
      [m.about_unreviewed(), percent(quality.unreviewed)],
      [m.about_untitled(), `${number(sources.untitled)} / ${number(sources.n)}`],
      [m.quality_undated(), `${number(sources.undated)} / ${number(sources.n)}`],
      [m.quality_carried(), `${number(sources.carried)} / ${number(sources.n)}`],
      [m.quality_broken(), number(quality.brokenReferences.length)],
    ],
    countries: amounts(countries.slice(0, SHOWN), (code) => countryName(code, lang, m.country_INT())),
    otherCountries: {
      countries: Math.max(0, countries.length - SHOWN),
      sources: countries.slice(SHOWN).reduce((sum, [, n]) => sum + n, 0),
    },
    kinds: amounts(Object.entries(sources.kinds), (kind) => label('kind', kind)),
    languages: amounts(
      Object.entries(sources.languages),
      (code) => new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code,
    ),
    families: families.map((family) => label('family', family)),
    years: quality.coverage.map(({ year, families: counts }) => ({
      year,
      total: Object.values(counts).reduce((sum, n) => sum + n, 0),
      cells: families.map((family) => {
        const n = counts[family] ?? 0;
        return { family, n, shade: Math.ceil(5 * Math.sqrt(n / most)) };
      }),
    })),
    launches: quality.launches.map(({ year, ballistic, other, projectiles, uncounted }) => ({
      year,
      lower: ballistic,
      upper: other,
      projectiles,
      uncounted,
    })),
    silences: quality.silences.map(({ actor, from, to, days }) => ({
      actor,
      name: actorLabel(record, actor, lang).name,
      span: writeDate(`${from}/${to}`, lang, 'short'),
      days,
    })),
    reliability: {
      units: reliability.units,
      overlap: reliability.overlap,
      rows: [
        { name: m.quality_applicability(), agreement: reliability.applicability },
        { name: m.quality_position(), agreement: reliability.position },
        ...reliability.issues.map(({ issue, position }) => ({
          name: issueName(record, issue, lang),
          agreement: position,
        })),
      ],
    },
  };
}

function amounts(entries: readonly (readonly [string, number])[], name: (key: string) => string): Amount[] {
  const most = Math.max(1, ...entries.map(([, n]) => n));
  return entries.map(([key, n]) => ({ name: name(key), n, share: n / most }));
}
