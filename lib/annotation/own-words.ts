import type { z } from 'zod';

/**
 * The first sentence of our own among the issues of a parse: messages of our schemas end with a full stop, the
 * library's own do not and are for no reader. Inside a union every branch is looked into.
 */
export function ownWords(issues: readonly z.core.$ZodIssue[]): string | null {
  for (const issue of issues) {
    const words = issue.message.endsWith('.') ? issue.message : wordsWithin(issue);
    if (words !== null) return words;
  }
  return null;
}

function wordsWithin(issue: z.core.$ZodIssue): string | null {
  return issue.code === 'invalid_union' ? ownWords(issue.errors.flat()) : null;
}
