import type { PeninsulaRecord } from '../query/contract.ts';
import type { Cited } from './index.ts';

const TITLED = ['events', 'documents'] as const;
const NAMED = ['actors', 'persons', 'places', 'processes', 'rules'] as const;

/** What an address of the API or the dashboard names: a record, else a view, else the dataset as such. */
export function citedAt(record: PeninsulaRecord, url: { readonly href: string; readonly pathname: string }): Cited {
  const { release, released, title } = record.snapshot.manifest;
  const [table = '', id = ''] = url.pathname
    .replace(/^\/(ko|zh-Hans|zh-Hant)(?=\/)/, '')
    .replace(/^\/v1/, '')
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/\.\w+$/, ''));
  const common = { url: url.href, release, released };
  for (const name of TITLED)
    if (name === table) {
      const found = record.get<(typeof TITLED)[number]>(name, id);
      if (found.status === 'found')
        return {
          id,
          title: found.value.title.en,
          note: `${name === 'events' ? 'event' : 'document'} of ${found.value.date.edtf}`,
          ...common,
        };
    }
  for (const name of NAMED)
    if (name === table) {
      const found = record.get<(typeof NAMED)[number]>(name, id);
      if (found.status === 'found') return { id, title: found.value.name.en, ...common };
    }
  if (table === 'claims') {
    const found = record.get('claims', id);
    if (found.status === 'found') return { id, title: found.value.paraphrase.en, note: 'claim', ...common };
  }
  const view = [table, id].filter(Boolean).join('-') || 'dataset';
  return { id: view, title: table === '' ? title : `${title}, ${[table, id].filter(Boolean).join(' ')}`, ...common };
}
