import { notFound } from 'next/navigation';
import type { Problem } from '#lib/protocol/http.ts';
import type { Result } from '#lib/result.ts';

/** What a use case answered; what a person may not know of, or that is not there, becomes the page that says so. */
export function valueOf<T>(answer: Result<T, Problem>): T {
  if (!answer.ok) notFound();
  return answer.value;
}
