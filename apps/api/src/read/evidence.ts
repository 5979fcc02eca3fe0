import { lastDay, parseEdtf } from '@peninsula/data/dates';
import type { EvidenceFilter } from '@peninsula/data/models';
import type { QueryProblem } from '@peninsula/data/query';
import { SOURCE_KINDS } from '@peninsula/data/lists';
import type { Context } from 'hono';
import { wrongCode } from '../respond/answer.ts';

export const EVIDENCE_PARAMETERS = ['source_country', 'source_type', 'lang', 'without_source', 'known_by'] as const;

/** Longest list a parameter takes. */
const MAX_LIST = 50;

export function readEvidence(c: Context, problems: QueryProblem[]): EvidenceFilter {
  const list = (name: string): string[] => {
    const items = [
      ...new Set(
        (c.req.query(name) ?? '')
          .split(',')
          .map((item) => item.trim())
          .filter(Boolean),
      ),
    ].sort();
    if (items.length > MAX_LIST)
      problems.push({
        code: 'too-large',
        parameter: name,
        value: '',
        detail: `${items.length} values for ${name}; ${MAX_LIST} is the limit`,
        suggestions: [],
      });
    return items.slice(0, MAX_LIST);
  };
  const kinds = list('source_type');
  for (const kind of kinds)
    if (!(SOURCE_KINDS as readonly string[]).includes(kind))
      problems.push(wrongCode('source_type', kind, SOURCE_KINDS));
  const [countries, langs, without, knownBy] = [
    list('source_country'),
    list('lang'),
    list('without_source'),
    readKnownBy(c, problems),
  ];
  return {
    ...(countries.length > 0 ? { sourceCountries: countries } : {}),
    ...(kinds.length > 0 ? { sourceKinds: kinds } : {}),
    ...(langs.length > 0 ? { sourceLangs: langs } : {}),
    ...(without.length > 0 ? { withoutSources: without } : {}),
    ...(knownBy === undefined ? {} : { knownBy }),
  };
}

/** In canonical order, for keys and links. */
export function writeEvidence(filter: EvidenceFilter): string[] {
  const parts: [string, readonly string[] | undefined][] = [
    ['known_by', filter.knownBy === undefined ? undefined : [filter.knownBy]],
    ['lang', filter.sourceLangs],
    ['source_country', filter.sourceCountries],
    ['source_type', filter.sourceKinds],
    ['without_source', filter.withoutSources],
  ];
  return parts.flatMap(([name, values]) =>
    values === undefined ? [] : [`${name}=${values.map(encodeURIComponent).join(',')}`],
  );
}

export function tellEvidence(filter: EvidenceFilter) {
  return {
    source_country: filter.sourceCountries ?? null,
    source_type: filter.sourceKinds ?? null,
    lang: filter.sourceLangs ?? null,
    without_source: filter.withoutSources ?? null,
    known_by: filter.knownBy ?? null,
  };
}

function readKnownBy(c: Context, problems: QueryProblem[]): string | undefined {
  const text = c.req.query('known_by');
  if (text === undefined || text === '') return undefined;
  const parsed = parseEdtf(text);
  if (parsed.ok && parsed.value.kind === 'date')
    return new Date(lastDay(parsed.value.date) * 86_400_000).toISOString().slice(0, 10);
  problems.push({
    code: 'invalid-date',
    parameter: 'known_by',
    value: text.slice(0, 40),
    detail: `${JSON.stringify(text.slice(0, 40))} is not a date`,
    suggestions: ['2019-10-05'],
  });
  return undefined;
}
