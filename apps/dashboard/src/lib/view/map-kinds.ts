import type { Lang } from '@peninsula/data';
import { FAMILIES } from '@peninsula/data/schema';
import { MAP_KINDS, type MapKind } from '#lib/charts/map-shapes.ts';
import { m } from '#lib/paraglide/messages.js';

/** Contacts for which people met; calls and letters meet nowhere. */
const MEETINGS: readonly string[] = FAMILIES.contact.filter((type) => type !== 'call' && type !== 'letter');
const LAUNCHES: readonly string[] = ['missile-launch', 'satellite-launch'];

/** What the map shows when no kind is asked for. */
export const MAPPED_TYPES: readonly string[] = [...LAUNCHES, 'nuclear-test', ...MEETINGS];

export function kindOf(type: string): MapKind {
  if (LAUNCHES.includes(type)) return 'launch';
  if (type === 'nuclear-test') return 'nuclear';
  return MEETINGS.includes(type) ? 'meeting' : 'other';
}

/** 31 launches and 2 meetings. */
export function kindWords(counts: Readonly<Record<MapKind, number>>, lang: Lang): string {
  const words: Record<MapKind, (n: number) => string> = {
    launch: (n) => m.map_n_launch({ n }),
    nuclear: (n) => m.map_n_nuclear({ n }),
    meeting: (n) => m.map_n_meeting({ n }),
    other: (n) => m.map_n_other({ n }),
  };
  const parts = MAP_KINDS.filter((kind) => counts[kind] > 0).map((kind) => words[kind](counts[kind]));
  return parts.length === 0 ? m.map_n_nothing() : new Intl.ListFormat(lang, { type: 'conjunction' }).format(parts);
}
