import type { Evidence } from '#lib/insight/predictions/outcomes.ts';
import { fail, ok, type Result } from '#lib/result.ts';

/** What was typed for one piece of evidence. */
export interface TypedEvidence {
  url: string;
  quote: string;
  note: string;
}

export const NO_EVIDENCE: TypedEvidence = { url: '', quote: '', note: '' };

/** What was filled in, without empty fields. The error says what to change. */
export function evidenceGiven(typed: readonly TypedEvidence[]): Result<Evidence[]> {
  const given: Evidence[] = [];
  for (const { url, quote, note } of typed) {
    const link = url.trim() === '' ? null : webAddress(url);
    if (link !== null && !link.ok) return link;
    const one: Evidence = {
      ...(link !== null && { url: link.value }),
      ...(quote.trim() !== '' && { quote: quote.trim() }),
      ...(note.trim() !== '' && { note: note.trim() }),
    };
    if (Object.keys(one).length > 0) given.push(one);
  }
  return ok(given);
}

/** A link that a browser may follow from here; null for anything else that a record may hold. */
export function safeLink(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  return /^https?:$/.test(new URL(url).protocol) ? url : null;
}

function webAddress(typed: string): Result<string> {
  const words = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `https://${words}`;
  return safeLink(address) === null || /\s/.test(address)
    ? fail(`“${words}” is no web address. It begins with https:// and has no spaces.`)
    : ok(address);
}
