import type { TestOf } from '../../schema/index.ts';
import { count } from '../count.ts';
import { missing, row, type Run, within } from './result.ts';

const UNITS = {
  'launch-event': 'launch events',
  projectile: 'projectiles',
  'launch-day': 'days with a launch',
} as const;

/** A count by a rule over a window. */
export const counting: Run<TestOf<'count'>> = (test, record) => {
  const rule = record.get('rules', test.rule);
  if (rule.status !== 'found') return missing('events', test.rule);
  const counted = count(record, rule.value, test);
  return {
    holds: within(counted.value, test),
    value: counted.value,
    found: `${counted.value} ${UNITS[counted.unit]} by the rule “${rule.value.name.en}”.`,
    rows: [
      ...counted.included.map((id) => row('events', id, 'counted')),
      ...counted.excluded.map(({ event, why }) => row('events', event, why, false)),
    ],
  };
};
