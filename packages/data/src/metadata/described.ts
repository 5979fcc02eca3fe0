import type { Manifest } from '../schema/index.ts';

/** One column of a CSV or Parquet file. */
export interface Column {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly description: string;
}

/** A file of a release as it can be downloaded. */
export interface DataFile {
  readonly table: string;
  readonly format: 'json' | 'ndjson' | 'csv' | 'parquet';
  /** Address of the file. */
  readonly url: string;
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly sha256: string;
  readonly rows: number;
  /** Columns, for CSV and Parquet. */
  readonly columns?: readonly Column[];
}

export interface Described {
  readonly manifest: Manifest;
  readonly files: readonly DataFile[];
  /** Where the dataset lives, without a slash at the end. */
  readonly home: string;
}

export const MEDIA_TYPES: Readonly<Record<DataFile['format'], string>> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
};

export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
export const KEYWORDS = [
  'Korean Peninsula',
  'diplomacy',
  'North Korea',
  'DPRK',
  'sanctions',
  'events data',
  'missile tests',
];
/** Files of one format, in the order of the tables. */
export const filesIn = ({ files }: Described, format: DataFile['format']): DataFile[] =>
  files.filter((file) => file.format === format);
