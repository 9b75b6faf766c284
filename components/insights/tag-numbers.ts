import type { Insight } from '#lib/insight/insight.ts';
import type { TagNumbers } from '#components/ui/tag-order.ts';

/** Annotations by tag. */
export function tagNumbers({ tags }: Pick<Insight, 'tags'>): TagNumbers {
  return Object.fromEntries(tags.map(({ tag, annotations }) => [tag, annotations]));
}
