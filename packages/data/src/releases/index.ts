export { diffSnapshots, type Diff, type TableDiff } from './diff.ts';
export { type Moved, movedEstimates } from './estimates.ts';
export { readSnapshot } from './read.ts';
