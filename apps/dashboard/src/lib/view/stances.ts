import type { Lang, PeninsulaRecord, Stance } from '@peninsula/data';
import { writeDate } from '#lib/format/dates.ts';
import { label } from '#lib/format/labels.ts';
import { type ActorLabel, actorLabel } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { issueName, personName } from './event.ts';

/** One stance signal as a row: who, on what, how far, in which words. */
export interface StanceRow {
  readonly id: string;
  readonly from: string;
  readonly actor: ActorLabel;
  readonly issue: string;
  readonly issueName: string;
  readonly lo: number;
  readonly hi: number;
  readonly anchor: string;
  readonly said: string;
  readonly conditions: string | null;
  readonly term: { readonly text: string; readonly lang: string } | null;
  readonly basis: string;
  readonly grade: string;
  readonly speaker: string | null;
  readonly when: string;
  readonly evidence: readonly number[];
}

export function stanceRow(record: PeninsulaRecord, stance: Stance, lang: Lang): StanceRow {
  return {
    id: stance.id,
    from: stance.from,
    actor: actorLabel(record, stance.actor, lang),
    issue: stance.issue,
    issueName: issueName(record, stance.issue, lang),
    lo: stance.lo,
    hi: stance.hi,
    anchor: anchorText(record, stance),
    said: stance.said,
    conditions: stance.conditions ?? null,
    term: stance.term ?? null,
    basis: label('basis', stance.basis),
    grade: stance.grade,
    speaker: stance.speaker === undefined ? null : personName(record, stance.speaker, lang),
    when: writeDate(stance.date.edtf, lang, 'short'),
    evidence: stance.evidence,
  };
}

/** The words the issue's scale gives to this position. */
function anchorText(record: PeninsulaRecord, stance: Stance): string {
  const issue = record.get('issues', stance.issue);
  if (issue.status !== 'found') return '';
  const words = (value: number) => issue.value.scale.find((step) => step.value === value)?.anchor ?? String(value);
  return stance.lo === stance.hi ? words(stance.lo) : m.event_range({ lo: words(stance.lo), hi: words(stance.hi) });
}

/** The last stance of each issue for one actor, dated at or before a day (all days when absent). Newest statement wins. */
export function lastStances(record: PeninsulaRecord, actor: string, until = '9999'): Stance[] {
  const last = new Map<string, Stance>();
  for (const stance of record.list('stances')) {
    if (stance.actor !== actor || (stance.date.start ?? '') > until) continue;
    const known = last.get(stance.issue);
    if (!known || (known.date.start ?? '') <= (stance.date.start ?? '')) last.set(stance.issue, stance);
  }
  return record.list('issues').flatMap(({ id }) => last.get(id) ?? []);
}
