import type { DecodeProblem } from '../judge/decode.ts';
import type { Rule } from '../judge/rules.ts';

/** The one root of the place: a Y.XmlFragment. */
export const NOTES = 'notes';

/** What is wrong with an update to the notes; nothing in them has a key. */
export function notesProblem(rule: Rule, title: string): DecodeProblem {
  return { rule, title, map: NOTES, key: null };
}
