import { type Column, type Described, filesIn, KEYWORDS, LICENCE, MEDIA_TYPES } from './described.ts';

const TYPES: Readonly<Record<Column['type'], string>> = {
  string: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
};

/** Croissant 1.0 (MLCommons) as JSON-LD: the CSV files and their columns. */
export function croissant(described: Described): object {
  const { manifest, home } = described;
  const files = filesIn(described, 'csv');
  return {
    '@context': {
      '@language': 'en',
      '@vocab': 'https://schema.org/',
      sc: 'https://schema.org/',
      cr: 'http://mlcommons.org/croissant/',
      dct: 'http://purl.org/dc/terms/',
      column: 'cr:column',
      conformsTo: 'dct:conformsTo',
      dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
      extract: 'cr:extract',
      field: 'cr:field',
      fileObject: 'cr:fileObject',
      recordSet: 'cr:recordSet',
      source: 'cr:source',
    },
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: manifest.name,
    description: manifest.description,
    url: home,
    license: LICENCE,
    version: manifest.release,
    datePublished: manifest.released,
    keywords: KEYWORDS,
    creator: { '@type': 'sc:Organization', name: 'Peninsula contributors' },
    citeAs: `Peninsula contributors (${manifest.released.slice(0, 4)}). ${manifest.title}, release ${manifest.release}. ${home}`,
    distribution: files.map(({ name, url, bytes, sha256 }) => ({
      '@type': 'cr:FileObject',
      '@id': name,
      name,
      contentUrl: url,
      contentSize: `${bytes} B`,
      encodingFormat: MEDIA_TYPES.csv,
      sha256,
    })),
    recordSet: files.map(({ table, name, columns = [] }) => ({
      '@type': 'cr:RecordSet',
      '@id': table,
      name: table,
      field: columns.map((column) => ({
        '@type': 'cr:Field',
        '@id': `${table}/${column.name}`,
        name: column.name,
        description: column.description,
        dataType: TYPES[column.type],
        source: { fileObject: { '@id': name }, extract: { column: column.name } },
      })),
    })),
  };
}
