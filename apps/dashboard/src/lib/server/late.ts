const STARTER = /<script>(?=\s*\{\s*__sveltekit_)/;

/**
 * A page reads, filters and links without scripts, so its own wait until the reader first moves, touches, scrolls or
 * types. Marked so, the starter and the data in it are not even parsed; app.html puts a script of the same text in its
 * place, which the policy already allows. A page whose starter looks otherwise starts at once.
 */
export const startLate = (html: string): string => html.replace(STARTER, '<script type="text/late">');
