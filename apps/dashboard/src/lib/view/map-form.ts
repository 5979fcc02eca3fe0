import { type EventQuery, formatQuery, type Lang, type PeninsulaRecord } from '@peninsula/data';
import { label } from '#lib/format/labels.ts';
import { typeName } from './event.ts';
import { MAPPED_TYPES } from './map-kinds.ts';
import { without } from './timeline.ts';

type Pairs = readonly (readonly [string, string])[];

/** The controls of the map's filter form, and what the address carries beside them. */
export interface MapForm {
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly family: { readonly value: string; readonly options: readonly Option[] };
  readonly type: { readonly value: string; readonly options: readonly Option[] };
  readonly places: readonly Option[];
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly others: readonly { readonly name: string; readonly value: string; readonly without: string }[];
}

interface Option {
  readonly value: string;
  readonly text: string;
}

/** Parameters of the page itself; everything else asks the record, in the API's own words. */
export const MAP_OWN = ['view', 'place', 'event', 'as_of'] as const;
const CONTROLS: readonly string[] = ['family', 'type', 'from', 'to'];

/** Without a kind asked for, launches, nuclear tests and meetings that took place or were reported. */
export function withMapDefaults(asked: Pairs): Pairs {
  const names = new Set(asked.filter(([, value]) => value.trim() !== '').map(([name]) => name));
  if (names.has('family') || names.has('type')) return asked;
  return [
    ...asked,
    ['type', MAPPED_TYPES.join(',')],
    ...(names.has('modality') ? [] : [['modality', 'occurred,reported'] as const]),
  ];
}

export function mapForm(
  record: PeninsulaRecord,
  asked: Pairs,
  own: Pairs,
  places: readonly Option[],
  lang: Lang,
): MapForm {
  const value = (name: string) => asked.find(([key]) => key === name)?.[1] ?? '';
  const held = (name: string) => own.find(([key]) => key === name)?.[1] ?? '';
  const types = record.list('types');
  const family = value('family');
  const families = [...new Set(types.map((type) => type.family as string))];
  const order = new Intl.Collator(lang);
  return {
    from: value('from'),
    to: value('to'),
    place: held('place'),
    family: { value: family, options: families.map((id) => ({ value: id, text: label('family', id) })) },
    type: {
      value: value('type'),
      options: types
        .filter((type) => (families.includes(family) ? type.family === family : MAPPED_TYPES.includes(type.id)))
        .map(({ id }) => ({ value: id as string, text: typeName(record, id, lang) })),
    },
    places: [...places].sort((a, b) => order.compare(a.text, b.text)),
    hidden: own.filter(([name]) => name === 'view' || name === 'as_of').map(([name, text]) => ({ name, value: text })),
    others: asked
      .filter(([name]) => !CONTROLS.includes(name))
      .map(([name, text]) => ({ name, value: text, without: without([...asked, ...own], name, text) })),
  };
}

/** The query as the API takes it: exactly what is drawn. */
export const apiQuery = (query: EventQuery): string => new URLSearchParams(formatQuery(query)).toString();
