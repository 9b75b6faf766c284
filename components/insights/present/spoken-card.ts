import type { ContestedSentence } from '#lib/insight/contested-sentences.ts';
import { spokenCounts } from '#components/ui/tag-order.ts';

/** A contested passage for who listens: its words, and how members divide on them. */
export function spokenCard({ passage }: ContestedSentence, text: string): string {
  return `${text.slice(passage.start, passage.end)}: ${spokenCounts(passage.tags)}.`;
}
