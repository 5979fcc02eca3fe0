import { type Described, filesIn, LICENCE } from './described.ts';

/** CSV on the Web (W3C): a table group with the columns of each CSV file. */
export function csvw(described: Described): object {
  const { manifest } = described;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': manifest.title,
    'dc:license': { '@id': LICENCE },
    'dc:issued': { '@value': manifest.released, '@type': 'xsd:date' },
    dialect: { lineTerminators: ['\r\n'], header: true, encoding: 'utf-8' },
    tables: filesIn(described, 'csv').map(({ url, columns = [] }) => ({
      url,
      tableSchema: {
        columns: columns.map(({ name, type, description }) => ({
          name,
          titles: name,
          datatype: type,
          'dc:description': description,
          required: name === 'id',
        })),
        ...(columns.some(({ name }) => name === 'id') ? { primaryKey: 'id' } : {}),
      },
    })),
  };
}
