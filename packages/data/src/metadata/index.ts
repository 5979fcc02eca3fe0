/** Descriptions of the dataset for catalogues and tools, all from one source: the manifest and the list of files. */
export type { Column, DataFile, Described } from './described.ts';
export { croissant } from './croissant.ts';
export { csvw } from './csvw.ts';
export { datapackage } from './datapackage.ts';
export { dcat } from './dcat.ts';
