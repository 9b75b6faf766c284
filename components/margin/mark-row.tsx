'use client';
import { useRef } from 'react';
import { textOfComment } from '#lib/annotation/comment.ts';
import type { Annotation } from '#lib/annotation/record.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import { showOffset } from '#components/reading-room/scroll-to-passage.ts';
import { openAnnotation } from '#components/reading-room/open-in-margin.ts';
import { DetailsSlot } from '#components/reading-room/details-slot.tsx';
import { mayChange } from '#components/reading-room/where-marks-go.ts';
import { type Passage, useRoom } from '#components/reading-room/room.ts';
import { cardIdOf } from '#lib/client/mark-details.ts';
import { nameOf, personOf } from './people.ts';
import { RemoveMark } from './remove-mark.tsx';
import { TagLabel } from './tag-label.tsx';
import { TagToggles } from './tag-toggles.tsx';
import { useLedFocus } from './use-led-focus.ts';
import styles from './mark-row.module.css';

interface Props {
  annotation: Annotation;
  /** Outlined in the text. */
  picked: boolean;
  /** The passage that stands above the row already: its words are not said again. */
  under?: Passage;
}

/**
 * Who marked what, in one or two lines; leads to the passage, and to its
 * conversation when it has words. Mine can be tagged anew or taken away.
 */
export function MarkRow({ annotation, picked, under }: Props) {
  const room = useRoom();
  const { page, state } = room;
  const { author, target, comment, id } = annotation;
  const mine = mayChange(room, annotation);
  const root = useRef<HTMLLIElement>(null);
  useLedFocus(root, id);
  const go = (): void => {
    showOffset(room, target.start);
    if (comment !== null) openAnnotation(room, id);
  };
  const point = (pointed: string | null) => () => state.pointed.set(pointed);
  return (
    <li
      ref={root}
      id={comment === null ? cardIdOf(id) : undefined}
      tabIndex={-1}
      className={styles.row}
      data-picked={picked}
      onPointerEnter={point(id)}
      onPointerLeave={point(null)}
      onFocus={point(id)}
      onBlur={point(null)}
    >
      <div className={styles.line}>
        <Avatar person={personOf(page, author)} size={22} decorative />
        <span className={styles.name}>{nameOf(page, author)}</span>
        <TagLabel {...annotation} />
        <span className={styles.actions}>
          {mine && <TagToggles annotation={annotation} />}
          <RemoveMark annotation={annotation} />
        </span>
      </div>
      {(target.start !== under?.start || target.end !== under.end) && (
        <button type="button" className={styles.passage} onClick={go}>
          {target.exact}
        </button>
      )}
      {comment !== null && <p className={styles.comment}>{textOfComment(comment)}</p>}
      <DetailsSlot annotation={annotation} />
    </li>
  );
}
