export { type Change, listChanges } from './changes.ts';
export { COMPARED_PAIRS, compareReleases, type Comparison, NOTABLE } from './compare.ts';
export { diffSnapshots, type Diff, type DiffTable, type TableDiff } from './diff.ts';
export { type Moved, movedEstimates } from './estimates.ts';
export { readSnapshot } from './read.ts';
