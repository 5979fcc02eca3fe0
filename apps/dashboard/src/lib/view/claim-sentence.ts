import { code } from '#lib/format/codes.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ClaimView } from './claims.ts';

/** The sentence that quotes a verdict: what a reporter pastes. */
export function claimSentence(view: ClaimView, release: string, address: string): string {
  return m.claim_sentence({
    text: view.paraphrase.text,
    verdict: code('verdict', view.verdict).toLowerCase(),
    reason: view.reason.text,
    release,
    address,
  });
}
