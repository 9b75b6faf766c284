import { counted } from '#components/ui/counted.ts';
import type { Insight } from '#lib/insight/insight.ts';

/**
 * "14 marks by 3 people: 12 with a tag, 2 with a comment only": every number stands before what it counts. Shares are of tags, so
 * where some marks carry none both are said.
 */
export function marksInWords({
  annotations,
  members,
  tags,
}: Pick<Insight, 'annotations' | 'members' | 'tags'>): string {
  const marks = `${counted(annotations, 'mark')} by ${counted(members, 'person', 'people')}`;
  const tagged = tags.reduce((sum, figure) => sum + figure.annotations, 0);
  if (tagged === annotations) return marks;
  if (tagged === 0) return `${marks}, with ${annotations === 1 ? 'a comment' : 'comments'} only`;
  return `${marks}: ${tagged} with a tag, ${annotations - tagged} with a comment only`;
}
