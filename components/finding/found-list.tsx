'use client';
import { useDeferredValue, useMemo, useState } from 'react';
import { tagDefinition } from '#lib/annotation/codebook.ts';
import { textOfComment } from '#lib/annotation/comment.ts';
import type { Annotation } from '#lib/annotation/record.ts';
import { nameOf } from '#components/margin/people.ts';
import { openAnnotation, pickedId } from '#components/reading-room/open-in-margin.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { showOffset } from '#components/reading-room/scroll-to-passage.ts';
import { Button } from '#components/ui/button.tsx';
import { counted } from '#components/ui/counted.ts';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import { RelativeTime } from '#components/ui/time.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { annotationsFound } from './annotations-found.ts';
import { NothingFound } from './nothing-found.tsx';
import styles from './found-list.module.css';

/** More than that would be read by nobody, and drawn slowly. */
const STEP = 60;

/** The annotations that fit filter and search, in the chosen order. */
export function FoundList() {
  const room = useRoom();
  const { records, state } = room;
  const find = useDeferredValue(useObservable(state.find));
  const shown = useDeferredValue(useObservable(records.shown));
  const open = pickedId(useObservable(state.opened));
  const [most, setMost] = useState(STEP);
  const found = useMemo(() => annotationsFound(shown, find), [shown, find]);
  if (found.length === 0) return <NothingFound />;
  return (
    <div className={styles.found}>
      <p role="status" className={styles.count}>
        {counted(found.length, 'note or mark', 'notes and marks')}
      </p>
      <ul className={styles.list}>
        {found.slice(0, most).map((annotation) => (
          <li key={annotation.id}>
            <FoundItem annotation={annotation} current={annotation.id === open} />
          </li>
        ))}
      </ul>
      {found.length > most && (
        <Button kind="quiet" onClick={() => setMost(most + STEP)}>
          {`${counted(found.length - most, 'more', 'more')}: show some`}
        </Button>
      )}
    </div>
  );
}

function FoundItem({ annotation, current }: { annotation: Annotation; current: boolean }) {
  const room = useRoom();
  const { author, comment, created, id, modified, tag, target } = annotation;
  const definition = tagDefinition(tag);
  const go = (): void => {
    openAnnotation(room, id);
    showOffset(room, target.start);
  };
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={current}
      onClick={go}
      onPointerEnter={() => room.state.pointed.set(id)}
      onPointerLeave={() => room.state.pointed.set(null)}
    >
      <span className={styles.head}>
        {definition !== undefined && <TagIcon tag={definition} />}
        <b>{nameOf(room.page, author)}</b>
        <RelativeTime iso={modified ?? created} />
      </span>
      <span className={styles.quote}>{target.exact}</span>
      {comment !== null && <span className={styles.words}>{textOfComment(comment)}</span>}
    </button>
  );
}
