import { textOfComment } from '#lib/annotation/comment.ts';
import type { Conversation } from './conversations.ts';

/** Of a card: what stands around its words, one line of them, letters in a line, and how many lines of each voice show. Px. */
const FRAME = 64;
const LINE = 20;
const LETTERS = 44;
const LINES = 5;
/** So many voices of a closed card are shown. */
export const SHOWN_VOICES = 3;

/** About how tall its closed card will be (px), for as long as it has not been measured. */
export function likelyHeight({ voices }: Conversation): number {
  return voices.slice(0, SHOWN_VOICES).reduce((sum, { annotation: { comment } }) => {
    const letters = comment === null ? 0 : textOfComment(comment).length;
    return sum + FRAME + LINE * Math.min(LINES, Math.ceil(letters / LETTERS));
  }, 0);
}
