import type { Annotation } from '#lib/annotation/record.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import type { Block } from '#lib/article/document.ts';
import { AnnotatedBlocks, type Stretch } from '#lib/client/annotated-blocks.ts';
import { type Conversation, followConversations } from './conversations.ts';
import { type Tally, tallyOf } from './tallies.ts';

/** What the margin reads of the records. */
export interface MarginRecords {
  /** In the order of the text. */
  conversations: readonly Conversation[];
  /** One for each block with bare tags, in the order of the text. */
  tallies: readonly Tally[];
  /** What stands on words of the stretch, but for what was taken back; in no particular order. */
  marksIn(stretch: Stretch): readonly Annotation[];
}

type Shown = Pick<Records, 'annotations' | 'replies'>;

/** Follows snapshots; of the tallies only those of changed blocks are counted anew. */
export function followMarginRecords(blocks: readonly Block[]): (records: Shown) => MarginRecords {
  const annotated = new AnnotatedBlocks(blocks);
  const conversationsIn = followConversations();
  const byBlock: (Tally | null)[] = blocks.map(() => null);
  let annotations: Shown['annotations'] | null = null;
  let tallies: readonly Tally[] = [];
  return (records) => {
    if (records.annotations !== annotations) {
      annotations = records.annotations;
      for (const index of annotated.show(annotations)) {
        const block = blocks[index];
        if (block !== undefined) byBlock[index] = tallyOf(annotated.in(index), block, index);
      }
      tallies = byBlock.filter((tally) => tally !== null);
    }
    return {
      conversations: conversationsIn(records),
      tallies,
      marksIn: (stretch) => marksIn(annotated, stretch),
    };
  };
}

function marksIn(annotated: AnnotatedBlocks, { start, end }: Stretch): readonly Annotation[] {
  const found = new Set<Annotation>();
  for (const index of annotated.touchedBy({ start, end }))
    for (const mark of annotated.in(index))
      if (mark.target.start < end && mark.target.end > start) found.add(mark);
  return [...found];
}
