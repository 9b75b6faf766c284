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
  /** One for each block with bare tags that begins in the stretch, in the order of the text. */
  talliesIn(stretch: Stretch): readonly Tally[];
  /** What stands on words of the stretch, but for what was taken back; in no particular order. */
  marksIn(stretch: Stretch): readonly Annotation[];
}

type Shown = Pick<Records, 'annotations' | 'replies'>;

/** Follows snapshots. The tally of a block is counted when somebody comes near it, and anew when something of it has changed. */
export function followMarginRecords(blocks: readonly Block[]): (records: Shown) => MarginRecords {
  const annotated = new AnnotatedBlocks(blocks);
  const conversationsIn = followConversations();
  const counted = new Map<number, Tally | null>();
  let annotations: Shown['annotations'] | null = null;
  const tallyIn = (index: number): Tally | null => {
    const block = blocks[index];
    const known = counted.get(index);
    if (known !== undefined || block === undefined) return known ?? null;
    const tally = tallyOf(annotated.in(index), block, index);
    counted.set(index, tally);
    return tally;
  };
  return (records) => {
    if (records.annotations !== annotations) {
      annotations = records.annotations;
      for (const index of annotated.show(annotations)) counted.delete(index);
    }
    return {
      conversations: conversationsIn(records),
      talliesIn: ({ start, end }) =>
        annotated
          .touchedBy({ start, end })
          .flatMap((index) => tallyIn(index) ?? [])
          .filter((tally) => tally.start >= start),
      marksIn: (stretch) => annotated.within(stretch),
    };
  };
}
