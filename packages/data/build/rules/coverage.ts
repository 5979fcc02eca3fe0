import { describeDate } from '../../src/dates/index.ts';
import { FAMILIES } from '../../src/schema/index.ts';
import { datesAreSound } from './sound.ts';
import type { Rule } from './rule.ts';

export const coverage: Rule = {
  name: 'coverage',
  says: 'Every event lies in a span the coverage statement claims, and none lies after the release.',
  check(world, report) {
    const { dataset } = world;
    if (!dataset) return;
    const spans = dataset.value.coverage.filter(
      ({ from, to }) => datesAreSound(from, 'UTC') && datesAreSound(to, 'UTC'),
    );
    const released = datesAreSound(dataset.value.released, 'UTC')
      ? describeDate(dataset.value.released, 'UTC').end
      : null;
    for (const event of world.events.values()) {
      if (!datesAreSound(event.value.date, event.value.zone)) continue;
      const { start } = describeDate(event.value.date, event.value.zone);
      const family = Object.entries(FAMILIES).find(([, types]) =>
        (types as readonly string[]).includes(event.value.type),
      )?.[0];
      const covered = spans.some(
        (span) =>
          (span.family === 'all' || span.family === family) &&
          (start === null || (day(span.from) <= start && start < dayEnd(span.to))),
      );
      if (!covered) {
        report(
          event,
          ['date'],
          `${event.value.date} lies outside the coverage of ${family ?? event.value.type}`,
          'widen the span in dataset.yaml, or leave the event out',
        );
      }
      if (event.value.modality !== 'scheduled' && released !== null && start !== null && start >= released) {
        report(
          event,
          ['date'],
          `${event.value.date} lies after the release`,
          'check the date, or set modality: scheduled',
        );
      }
    }
  },
};

// A span's edges are read a day wide either way, so that a zone never pushes its first or last day out.
function day(edtf: string): string {
  return describeDate(edtf, 'Pacific/Kiritimati').start ?? '';
}
function dayEnd(edtf: string): string {
  return describeDate(edtf, 'Pacific/Pago_Pago').end ?? '~';
}
