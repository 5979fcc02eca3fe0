/**
 * The record of Korean Peninsula diplomacy, typed. Open a snapshot once, then ask:
 *
 * ```ts
 * import { openRecord } from '@peninsula/data';
 * import { snapshot } from '@peninsula/data/snapshot';
 * const record = openRecord(snapshot);
 * record.events({ actor: 'KP,US', type: 'talks', from: '2019', to: '2019' }).rows;
 * ```
 */
export * from './query/index.ts';
export type * from './schema/index.ts';
