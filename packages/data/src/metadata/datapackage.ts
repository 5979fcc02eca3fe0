import { type Described, filesIn, KEYWORDS, LICENCE, MEDIA_TYPES } from './described.ts';

/** Frictionless Data Package (specs.frictionlessdata.io, v1). */
export function datapackage(described: Described): object {
  const { manifest, files, home } = described;
  return {
    profile: 'data-package',
    name: manifest.name,
    title: manifest.title,
    description: manifest.description,
    version: manifest.release,
    created: manifest.released,
    homepage: home,
    keywords: KEYWORDS,
    licenses: [{ name: manifest.licence, path: LICENCE, title: 'Creative Commons Attribution 4.0' }],
    contributors: [{ title: 'Peninsula contributors', role: 'author' }],
    resources: [
      ...filesIn(described, 'csv').map((file) => ({
        profile: 'tabular-data-resource',
        ...common(file),
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
        schema: {
          fields: (file.columns ?? []).map(({ name, type, description }) => ({ name, type, description })),
          ...(file.columns?.some(({ name }) => name === 'id') ? { primaryKey: 'id' } : {}),
        },
      })),
      ...files.filter(({ format }) => format !== 'csv').map(common),
    ],
  };
}

function common({ name, url, format, bytes, sha256 }: Described['files'][number]) {
  return {
    name: name.replaceAll('.', '-').toLowerCase(),
    path: url,
    format,
    mediatype: MEDIA_TYPES[format],
    bytes,
    hash: `sha256:${sha256}`,
  };
}
