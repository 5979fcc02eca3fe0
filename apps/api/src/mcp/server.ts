import { check, count } from '@peninsula/data/claims';
import { cite, CITE_STYLES } from '@peninsula/data/cite';
import { firstDay, lastDay, parseEdtf } from '@peninsula/data/dates';
import {
  declaredAt,
  DEFAULTS,
  explainRelation,
  explainRelationChange,
  relationSeries,
  statements,
} from '@peninsula/data/models';
import { orderDyad, QueryError } from '@peninsula/data/query';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import type { Service } from '../context.ts';

const MAX_BODY = 64 * 1024;

/** Answers messages without state: every request has a server of its own and leaves nothing behind. */
export const mcpHandler = (service: Service) =>
  createMcpHandler(() => serverOf(service), { maxRequestBodySize: MAX_BODY, maxSubscriptions: 1 });

function serverOf(service: Service): McpServer {
  const { release } = service.record;
  const server = new McpServer(
    { name: 'peninsula', version: release },
    {
      instructions:
        'The open record of Korean Peninsula diplomacy. Every answer names its release and sources: pass them on. Say when a question lies outside the coverage of the record; silence is no record, never a no.',
    },
  );
  for (const tool of TOOLS)
    server.registerTool(
      tool.name,
      {
        description: tool.description,
        inputSchema: tool.input,
        annotations: { readOnlyHint: true, openWorldHint: false },
      },
      (input: unknown) => {
        try {
          return told({ release, ...tool.run(service, input as never) });
        } catch (error) {
          if (error instanceof QueryError)
            return told({ release, error: error.message, problems: error.problems }, true);
          if (error instanceof RangeError) return told({ release, error: error.message }, true);
          throw error;
        }
      },
    );
  return server;
}

function told(value: object, isError = false) {
  return { content: [{ type: 'text' as const, text: JSON.stringify(value) }], isError };
}

interface Tool {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodObject;
  run(service: Service, input: never): object;
}

const tool = <S extends z.ZodObject>(
  name: string,
  description: string,
  input: S,
  run: (service: Service, input: z.infer<S>) => object,
): Tool => ({ name, description, input, run: run as Tool['run'] });

const day = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe('YYYY-MM-DD, YYYY-MM or YYYY');
const id = z.string().max(120);

export const TOOLS: readonly Tool[] = [
  tool(
    'search',
    'Find events, documents, persons, actors and places by words in English, Chinese or Korean.',
    z.object({ q: z.string().min(1).max(300), limit: z.int().min(1).max(20).default(8) }),
    (service, { q, limit }) => ({ hits: service.record.search(q, { limit }) }),
  ),
  tool(
    'get_event',
    'One event whole: who did what, when and where, what each side said came of it, differing accounts, and every source with its link.',
    z.object({ id }),
    (service, input) => {
      const found = service.record.get('events', input.id);
      if (found.status === 'found') return { event: service.rows.eventRow(found.value) };
      return { found: false, status: found.status, ...(found.status === 'missing' ? { nearest: found.nearest } : {}) };
    },
  ),
  tool(
    'stance_at',
    'What an actor had last said or shown on an issue by a day, on a scale from -2 to 2, with the statement and its sources. Tells whether the day lies in the coverage of the record.',
    z.object({ actor: id.describe('KP, US, CN, KR, JP, RU or another actor id'), issue: id, at: day }),
    (service, { actor, issue, at }) => {
      const said = statements(service.record.list('stances'), actor, issue);
      const held = declaredAt(said, (dayOf(at, 'to') + 1) * 86_400_000 - 1);
      const stance = said.find((one) => one.id === held?.from);
      const scale = service.record.get('issues', issue);
      return {
        coverage: coverageOf(service, at),
        held,
        statement: stance ?? null,
        scale: scale.status === 'found' ? scale.value.scale : null,
        sources: (stance?.sources ?? []).map((source) => sourceOf(service, source)),
        ...(held
          ? {}
          : {
              note: 'Nothing is coded for this actor and issue by this day; that is silence of the record, not a position.',
            }),
      };
    },
  ),
  tool(
    'explain',
    'What made the coordination and rivalry of two actors on a day, or moved them between two days: contributions of events that add up.',
    z.object({
      pair: z.string().describe('Two actors, for example US~KP'),
      at: day.optional(),
      from: day.optional(),
      to: day.optional(),
    }),
    (service, { pair, at, from, to }) => {
      const { events, sources, request } = fitted(service, pair);
      const round = (row: { contributions: readonly object[] }) => ({
        ...row,
        contributions: row.contributions.slice(0, 20),
      });
      if (from !== undefined && to !== undefined) {
        const change = explainRelationChange(events, sources, request, dayOf(from, 'from'), dayOf(to, 'to'));
        return { ...change, directed: change.directed.map(round), both: change.both.map(round) };
      }
      const level = explainRelation(events, sources, request, dayOf(at ?? '2019-12-20', 'to'));
      return { ...level, directed: level.directed.map(round), both: level.both.map(round) };
    },
  ),
  tool(
    'relation_series',
    'Coordination and rivalry of two actors over the core window of the record, a point a month, with 90 % intervals.',
    z.object({ pair: z.string().describe('Two actors, for example US~KP') }),
    (service, { pair }) => {
      const { events, sources, request } = fitted(service, pair);
      const { both } = relationSeries(events, sources, request);
      return {
        pair,
        per_days: 30,
        both: both.map((row) => ({ ...row, points: row.points.filter((_point, i) => i % 4 === 0) })),
      };
    },
  ),
  tool(
    'check_claim',
    'Run one of the claims of the record (search for it, or list them at /v1/claims): its verdict, why, and the records that decide it.',
    z.object({ id, parameters: z.record(z.string(), z.string()).default({}), known_by: z.string().optional() }),
    (service, { id: claimId, parameters, known_by: knownBy }) => {
      const found = service.record.get('claims', claimId);
      if (found.status !== 'found')
        return {
          found: false,
          claims: service.record.list('claims').map(({ id: one, paraphrase }) => ({ id: one, text: paraphrase.en })),
        };
      const { value: claim } = found;
      return {
        text: claim.paraphrase.en,
        reason: claim.reason.en,
        ...check(service.record, claim, { parameters, ...(knownBy === undefined ? {} : { knownBy }) }),
      };
    },
  ),
  tool(
    'count_by_rule',
    'Count launches by a named rule over a window, with every event left in and out and why. Without a rule, lists the rules.',
    z.object({ rule: id.optional(), from: day.default('2019-05'), to: day.default('2019-10') }),
    (service, { rule, from, to }) => {
      const found = rule === undefined ? undefined : service.record.get('rules', rule);
      if (found?.status !== 'found')
        return {
          rules: service.record
            .list('rules')
            .map(({ id: one, name, text, unit }) => ({ id: one, name: name.en, text: text.en, unit })),
        };
      return { text: found.value.text.en, ...count(service.record, found.value, { from, to }) };
    },
  ),
  tool(
    'cite',
    'How to cite an event of the record.',
    z.object({ id, style: z.enum(CITE_STYLES).default('apa') }),
    (service, { id: eventId, style }) => {
      const found = service.record.get('events', eventId);
      if (found.status !== 'found') return { found: false };
      const { released } = service.record.snapshot.manifest;
      const text = cite(
        {
          id: eventId,
          title: found.value.title.en,
          url: `/v1/events/${eventId}`,
          note: `event of ${found.value.date.edtf}`,
          release: service.record.release,
          released,
        },
        style,
      );
      return { text };
    },
  ),
];

function fitted(service: Service, pair: string) {
  const [a = '', b = ''] = orderDyad(pair).split('~');
  const core = service.record.snapshot.manifest.coverage[0];
  if (!core || a === '' || b === '')
    throw new RangeError(`${JSON.stringify(pair.slice(0, 40))} is not a pair; write US~KP`);
  const sources = new Map(service.record.list('sources').map((source) => [source.id as string, source]));
  const request = {
    pair: [a, b] as [string, string],
    from: dayOf(core.from, 'from'),
    to: dayOf(core.to, 'to'),
    ...DEFAULTS,
  };
  return { events: service.record.list('events'), sources, request };
}

function coverageOf(service: Service, at: string): object {
  const { coverage, gaps } = service.record.snapshot.manifest;
  const inside = (span: { from: string; to: string }) => span.from <= at && at <= `${span.to}~`;
  const spans = coverage.filter(inside);
  return {
    covered: spans.length > 0,
    spans: spans.map(({ from, to, completeness, rule }) => ({ from, to, completeness, rule })),
    gaps: gaps.filter(inside).map(({ what }) => what),
  };
}

function sourceOf(service: Service, source: string): object {
  const found = service.record.get('sources', source);
  if (found.status !== 'found') return { id: source };
  const { url, publisher, country, kind, published } = found.value;
  return { url, publisher, country, kind, published };
}

function dayOf(edtf: string, end: 'from' | 'to'): number {
  const parsed = parseEdtf(edtf);
  if (!parsed.ok || parsed.value.kind !== 'date')
    throw new RangeError(`${JSON.stringify(edtf.slice(0, 40))} is not a date`);
  return end === 'from' ? firstDay(parsed.value.date) : lastDay(parsed.value.date);
}
