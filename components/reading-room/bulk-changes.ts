import type { Annotation } from '#lib/annotation/record.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import { type MarkChange, takeBack } from './mark-changes.ts';

/** At most so many labels a mark, and so many characters a label (contract, "Records"). */
const LABELS = 10;
export const LABEL_LENGTH = 40;

/** All of them with this tag; those that have it already stay untouched. */
export function tagAll(marks: readonly Annotation[], tag: string, now: number): MarkChange[] {
  return marks.filter((mark) => mark.tag !== tag).map((mark) => put({ ...mark, tag }, now));
}

/** All of them with this label beside their own; one that has it, or has ten, stays untouched. */
export function labelAll(marks: readonly Annotation[], label: string, now: number): MarkChange[] {
  return marks.flatMap((mark) => {
    const labels = withLabel(mark.labels ?? [], label);
    return labels.length === (mark.labels?.length ?? 0)
      ? []
      : [put({ ...mark, labels: [...labels] }, now)];
  });
}

/** The labels with one more, without its outer spaces; the same where it is empty, known, or one too many. */
export function withLabel(labels: readonly string[], label: string): readonly string[] {
  const added = label.trim().slice(0, LABEL_LENGTH);
  const isNew = added !== '' && !labels.includes(added);
  return isNew && labels.length < LABELS ? [...labels, added] : labels;
}

/** Takes all of them off; where others answered, an empty one stays. */
export function takeAllOff(
  records: Records,
  marks: readonly Annotation[],
  now: number,
): MarkChange[] {
  return marks.map((mark) => takeBack(records, mark, now));
}

function put(annotation: Annotation, now: number): MarkChange {
  return { kind: 'put', annotation: { ...annotation, modified: new Date(now).toISOString() } };
}
