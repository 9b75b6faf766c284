import type { Annotation } from '../../annotation/record.ts';
import type { Records } from '../../annotation/record-set.ts';
import type { Passage } from '../insight.ts';

/** What was said best for a tag: its annotation, and why it stands here. */
export interface BestArgument {
  annotation: Annotation;
  /** Other members who agree. */
  agreements: number;
  replies: number;
}

/** One side of a contested passage. */
export interface Side {
  tag: string;
  /** Who gave the tag here. */
  members: number;
  /** Null where nobody said why. */
  best: BestArgument | null;
}

/**
 * The sides of a passage, most members first, each with its best argument (IR2): the comment with most agreements, then most replies, then the
 * oldest. `since`: when words first stood in the log, by key.
 */
export function sidesOf(
  { start, end, tags }: Passage,
  { annotations, replies, reactions }: Records,
  since: ReadonlyMap<string, number>,
): Side[] {
  const here = [...annotations.values()].filter(
    ({ comment, target }) => comment !== null && target.start < end && target.end > start,
  );
  const answered = Map.groupBy(replies.values(), ({ annotation }) => annotation);
  const reacted = Map.groupBy(reactions.values(), ({ on }) => on);
  const argumentOf = (annotation: Annotation): BestArgument => ({
    annotation,
    agreements: new Set(
      (reacted.get(annotation.id) ?? [])
        .filter(({ kind, author }) => kind === 'agree' && author !== annotation.author)
        .map(({ author }) => author),
    ).size,
    replies: answered.get(annotation.id)?.length ?? 0,
  });
  const sinceOf = ({ annotation: { id } }: BestArgument): number => since.get(id) ?? Infinity;
  return Object.entries(tags)
    .sort(([a, some], [b, more]) => more - some || compared(a, b))
    .map(([tag, members]) => {
      const said = here.filter((one) => one.tag === tag).map(argumentOf);
      const [best = null] = said.sort(
        (a, b) =>
          b.agreements - a.agreements ||
          b.replies - a.replies ||
          sinceOf(a) - sinceOf(b) ||
          compared(a.annotation.id, b.annotation.id),
      );
      return { tag, members, best };
    });
}

const compared = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
