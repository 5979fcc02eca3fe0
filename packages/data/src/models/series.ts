import { DIMENSIONS, levelAt, type Relation } from './relation.ts';

/** A level is told once a week: a day's level differs from the next by less than its line is wide. */
const STEP = 7;

/** One row of a published series: day, then mean and 90 % interval of each dimension, per 30 days. */
export type LevelRow = { readonly date: string } & Readonly<Record<string, string | number>>;

/** The levels of a fitted relation, a row a week from its first day. The same in every engine, byte for byte. */
export function levelRows(relation: Relation): LevelRow[] {
  const rows: LevelRow[] = [];
  for (let day = relation.request.from; day <= relation.request.to; day += STEP) {
    const row: { date: string } & Record<string, string | number> = {
      date: new Date(day * 86_400_000).toISOString().slice(0, 10),
    };
    for (const dimension of DIMENSIONS) {
      const { mean, low, high } = levelAt(relation, dimension, day);
      Object.assign(row, { [dimension]: mean, [`${dimension}_low`]: low, [`${dimension}_high`]: high });
    }
    rows.push(row);
  }
  return rows;
}
