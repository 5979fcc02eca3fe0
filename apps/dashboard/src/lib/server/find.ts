import type { Actor, Claim, Document, Event, Person } from '@peninsula/data';
import { error, redirect } from '@sveltejs/kit';
import { href } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { record } from './record.ts';

interface Found {
  events: Event;
  actors: Actor;
  persons: Person;
  claims: Claim;
  documents: Document;
}

/** The record asked for; a moved id redirects, a withdrawn one is 410 and an unknown one 404, each with ways on. */
export function find<T extends keyof Found>(table: T, id: string): Found[T] {
  const found = record().get(table, id);
  switch (found.status) {
    case 'found':
      return found.value as Found[T];
    case 'moved':
      return redirect(301, href(`/${table}/${found.to}`));
    case 'gone':
      return error(410, { message: found.reason, nearest: links(table, found.to) });
    case 'missing':
      return error(404, { message: m.error_404_record({ id: id.slice(0, 80) }), nearest: links(table, found.nearest) });
  }
}

function links<T extends keyof Found>(table: T, ids: readonly string[]) {
  return ids.map((id) => ({ href: href(`/${table}/${id}`), title: titleOf(table, id) }));
}

function titleOf(table: keyof Found, id: string): string {
  const found = record().get(table, id);
  if (found.status !== 'found') return id;
  const row = found.value as Found[keyof Found];
  if ('paraphrase' in row) return row.paraphrase[getLocale()] ?? row.paraphrase.en;
  return ('title' in row ? row.title : row.name)[getLocale()];
}
