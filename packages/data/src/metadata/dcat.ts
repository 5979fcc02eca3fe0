import { type Described, KEYWORDS, LICENCE, MEDIA_TYPES } from './described.ts';

/** DCAT 3 (W3C) as JSON-LD. */
export function dcat({ manifest, files, home }: Described): object {
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dcterms: 'http://purl.org/dc/terms/',
      spdx: 'http://spdx.org/rdf/terms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': home,
    '@type': 'dcat:Dataset',
    'dcterms:title': { '@value': manifest.title, '@language': 'en' },
    'dcterms:description': { '@value': manifest.description, '@language': 'en' },
    'dcterms:license': { '@id': LICENCE },
    'dcterms:issued': { '@value': manifest.released, '@type': 'xsd:date' },
    'dcterms:publisher': { 'dcterms:title': 'Peninsula' },
    'dcterms:spatial': { 'dcterms:title': 'Korean Peninsula' },
    'dcat:version': manifest.release,
    'dcat:keyword': KEYWORDS,
    'dcat:distribution': files.map(({ name, url, format, bytes, sha256 }) => ({
      '@id': url,
      '@type': 'dcat:Distribution',
      'dcterms:title': name,
      'dcat:downloadURL': { '@id': url },
      'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${MEDIA_TYPES[format]}` },
      'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:nonNegativeInteger' },
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
        'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
      },
    })),
  };
}
