import type { Lang } from '@peninsula/data';
import { label } from '#lib/format/labels.ts';

/** A file of a release, as the build of the API lists it. */
export interface BulkFile {
  readonly name: string;
  readonly table: string;
  readonly format: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
}

export interface BulkTable {
  readonly table: string;
  /** What one row is. */
  readonly row: string;
  readonly rows: string;
  readonly files: readonly { readonly format: string; readonly href: string; readonly size: string }[];
}

export interface BulkView {
  readonly folder: string;
  readonly tables: readonly BulkTable[];
  readonly digests: readonly { readonly name: string; readonly sha256: string }[];
}

const NAMES: Readonly<Record<string, string>> = { csv: 'CSV', ndjson: 'NDJSON', json: 'JSON', parquet: 'Parquet' };

/** Whole tables of a release; those without a row are left out. */
export function bulkView(files: readonly BulkFile[], release: string, api: string, lang: Lang): BulkView {
  const folder = `${api}/v1/bulk/${release}`;
  const held = files.filter(({ rows }) => rows > 0);
  const tables = [...new Set(held.map(({ table }) => table))].map((table) => {
    const own = held.filter((file) => file.table === table);
    return {
      table,
      row: label('data_row', table),
      rows: (own[0]?.rows ?? 0).toLocaleString(lang),
      files: Object.keys(NAMES).flatMap((format) =>
        own
          .filter((file) => file.format === format)
          .map(({ name, bytes }) => ({
            format: NAMES[format] ?? format,
            href: `${folder}/${name}`,
            size: sizeOf(bytes, lang),
          })),
      ),
    };
  });
  return { folder, tables, digests: held.map(({ name, sha256 }) => ({ name, sha256 })) };
}

/** A size as a reader weighs a download: two figures, in kB or MB. */
export function sizeOf(bytes: number, lang: Lang): string {
  const [value, unit] = bytes < 999_500 ? [Math.max(bytes / 1e3, 0.1), 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  const maximumFractionDigits = value < 10 ? 1 : 0;
  return value.toLocaleString(lang, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits });
}
