import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { answerFrom } from '#lib/server/record.ts';

/** Sets the language of the page from its address, and the release where the address pins one. */
export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    const answer = async () => resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
    const release = event.url.searchParams.get('as_of');
    // A release nobody made is answered from the newest, and the page says so.
    return (release ? await answerFrom(release, answer) : null) ?? answer();
  });

/** The log gets the whole story of what nobody foresaw; the reader gets the default sentence. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'unknown') console.error(`${event.request.method} ${event.url.pathname}`, error);
};
