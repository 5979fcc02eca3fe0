import type { Event } from '@peninsula/data';
import { label } from '#lib/format/labels.ts';
import { m } from '#lib/paraglide/messages.js';

interface Row {
  readonly label: string;
  readonly value: string;
}

/** The type-specific part of an event as rows of label and value; each number keeps who gave it. */
export function detailRows(detail: Event['detail'], actorName: (id: string) => string): Row[] {
  const rows: Row[] = [];
  const put = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') rows.push({ label: name, value: String(value) });
  };
  const { launch, nuclear, vote, sanctions, exercise, meeting } = detail;
  if (launch) {
    put(m.detail_class(), label('class', launch.class));
    put(m.detail_count(), countText(launch.count));
    put(m.detail_systems(), named(launch.systems, String));
    put(
      m.detail_rangeKm(),
      named(launch.rangeKm, (n) => m.detail_km({ n })),
    );
    put(
      m.detail_apogeeKm(),
      named(launch.apogeeKm, (n) => m.detail_km({ n })),
    );
    put(m.detail_outcome(), label('detail_outcome', launch.outcome));
    put(m.detail_time(), launch.time);
  }
  if (nuclear) {
    put(m.detail_yield(), nuclear.yieldKt?.map((estimate) => m.detail_kt(estimate)).join(' · '));
    put(m.detail_magnitude(), named(nuclear.magnitude, String));
  }
  if (vote) {
    put(m.detail_symbol(), vote.symbol);
    put(m.detail_meeting(), vote.meeting);
    put(m.detail_vote(), m.detail_vote_text(vote));
    put(m.detail_veto(), vote.vetoedBy?.map(actorName).join(', '));
  }
  if (sanctions) {
    put(m.detail_instrument(), sanctions.instrument);
    put(m.detail_measures(), sanctions.measures.join('; '));
    put(m.detail_targets(), sanctions.targets);
  }
  if (exercise) {
    put(m.detail_exercise(), exercise.name);
    put(m.detail_scale(), exercise.scale);
    put(m.detail_change(), exercise.change);
  }
  if (meeting) {
    put(m.detail_format(), meeting.format);
    put(m.detail_duration(), meeting.duration);
  }
  return rows;
}

function named<T>(
  values: readonly { value: T; by: string }[] | undefined,
  write: (value: T) => string,
): string | undefined {
  return values?.map(({ value, by }) => m.detail_by({ value: write(value), by })).join(' · ');
}

function countText(count: NonNullable<Event['detail']['launch']>['count']): string | undefined {
  const { best, low, high } = count ?? {};
  if (low === undefined && high === undefined) return best === undefined ? undefined : String(best);
  return m.detail_count_range({ best: best ?? '?', low: low ?? best ?? '?', high: high ?? best ?? '?' });
}
