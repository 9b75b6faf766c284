import type { Passage } from '#lib/insight/insight.ts';
import { spokenCounts } from '#components/ui/tag-order.ts';

/** A contested passage for who listens: its words, and how members divide on them. */
export function spokenCard({ start, end, tags }: Passage, text: string): string {
  return `${text.slice(start, end)}: ${spokenCounts(tags)}.`;
}
