import { notFound } from 'next/navigation';
import type { Problem } from '#lib/protocol/http.ts';
import { decoded, type Encoded } from '#server/figures/encoded.ts';
import type { Result } from '#lib/result.ts';

/** What a use case answered; what a person may not know of, or that is not there, becomes the page that says so. */
export function valueOf<T>(answer: Result<T, Problem>): T {
  if (answer.ok) return answer.value;
  // It is there, and busy: the page for errors asks to try again.
  if (answer.error.status === 429 || answer.error.status >= 500)
    throw new Error(answer.error.title);
  notFound();
}

/** What was counted, to be shown on a page. */
export function figuresOf<T>(answer: Result<Encoded<T>, Problem>): T {
  return decoded(valueOf(answer));
}
