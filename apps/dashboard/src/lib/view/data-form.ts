import type { Lang, PeninsulaRecord } from '@peninsula/data';
import { MAIN_ACTORS } from '#lib/charts/actors.ts';
import { label } from '#lib/format/labels.ts';
import { actorLabel } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { type Asked, FORMATS, RESOURCES } from './data-address.ts';

export interface AddressForm {
  readonly lists: readonly {
    readonly name: 'resource' | 'actor' | 'format';
    readonly label: string;
    readonly value: string;
    readonly options: readonly { readonly value: string; readonly text: string }[];
  }[];
  readonly from: string;
  readonly to: string;
}

const NAMES: Readonly<Record<string, string>> = {
  csv: 'CSV',
  json: 'JSON',
  ndjson: 'NDJSON',
  geojson: 'GeoJSON',
  jsonld: 'JSON-LD',
  ics: 'iCalendar',
  atom: 'Atom',
  jsonfeed: 'JSON Feed',
};

/** The lists to choose from. What was asked for stays chosen even where no list has it. */
export function addressForm(record: PeninsulaRecord, asked: Asked, lang: Lang): AddressForm {
  const main = MAIN_ACTORS.map((id) => (id === 'UN' ? 'un' : id)) as readonly string[];
  const others = record
    .list('actors')
    .map(({ id }) => id as string)
    .filter((id) => !main.includes(id))
    .map((id) => ({ value: id, text: actorLabel(record, id, lang).name }))
    .sort((a, b) => a.text.localeCompare(b.text, lang));
  const actors = [
    { value: '', text: m.filter_any_actor() },
    ...main.map((id) => ({ value: id, text: actorLabel(record, id, lang).name })),
    ...others,
  ];
  return {
    lists: [
      {
        name: 'resource',
        label: m.data_form_resource(),
        ...chosen(
          asked.resource,
          Object.keys(RESOURCES).map((name) => ({ value: name, text: label('data_resource', name) })),
        ),
      },
      { name: 'actor', label: m.filter_actor(), ...chosen(asked.actor, actors) },
      {
        name: 'format',
        label: m.data_form_format(),
        ...chosen(
          asked.format,
          FORMATS.map((name) => ({ value: name, text: NAMES[name] ?? name })),
        ),
      },
    ],
    from: asked.from,
    to: asked.to,
  };
}

const chosen = (value: string, options: readonly { value: string; text: string }[]) => ({
  value,
  options: options.some((option) => option.value === value)
    ? options
    : [...options, { value, text: value.slice(0, 40) }],
});
