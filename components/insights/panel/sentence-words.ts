import { spokenCounts } from '#components/ui/tag-order.ts';
import { counted } from '#components/ui/counted.ts';
import type { SentenceView } from './use-sentence-figures.ts';

/** "4 have not marked it, 1 of them is done." Empty where it is not known, or where all have. */
export function silentInWords(silent: SentenceView['silent']): string {
  if (silent === null || silent.unmarked === 0) return '';
  const { unmarked, done } = silent;
  const open = `${counted(unmarked, 'person has', 'people have')} not marked it`;
  if (done === 0) return `${open}.`;
  if (done === unmarked)
    return `${open}, and ${done === 1 ? 'is' : 'are'} done: they found nothing here.`;
  return `${open}; ${done} of them ${done === 1 ? 'is' : 'are'} done and found nothing here.`;
}

/** All that the panel shows, for who asks to hear it. `groups`: names by tag. */
export function spokenSentence(
  words: string,
  view: SentenceView,
  groups: readonly { name: string; people: readonly string[] }[],
): string {
  const chosen = groups.map(({ name, people }) => `${name}: ${people.join(', ')}.`);
  const said = view.comments.length === 0 ? '' : `${counted(view.comments.length, 'comment')}.`;
  const parts = [words, `${spokenCounts(view.tags)}.`, ...chosen, silentInWords(view.silent), said];
  return parts.filter((part) => part !== '').join(' ');
}
