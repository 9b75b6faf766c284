'use client';
import { type MouseEvent, useLayoutEffect, useRef } from 'react';
import { DEFAULT_CODEBOOK } from '#lib/annotation/codebook.ts';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { ownMarkOn } from './mark-changes.ts';
import { markPassage, startComment } from './passage-in-hand.ts';
import { whyNotWrite } from './permissions.ts';
import { placeToolbar } from './place-toolbar.ts';
import { useRoom } from './room.ts';
import styles from './selection-toolbar.module.css';

/** A press must not take the selection away. */
const keepSelection = (event: MouseEvent): void => event.preventDefault();

/** What the selected words can become; stands beside them, at the bottom on a phone. */
export function SelectionToolbar() {
  const room = useRoom();
  const { page, session, state } = room;
  const passage = useObservable(state.selection);
  const records = useObservable(session.records);
  const writing = useObservable(state.writing);
  const bar = useRef<HTMLDivElement>(null);
  const shown = passage !== null && writing === null;

  useLayoutEffect(() => {
    const article = state.article.get();
    if (shown && bar.current !== null && article !== null)
      placeToolbar(bar.current, article, passage);
  }, [shown, passage, state]);

  if (!shown) return null;
  const whyNot = whyNotWrite(page.reading);
  const own = ownMarkOn(records, page.user.id, passage);
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Mark the selected words"
      className={styles.toolbar}
      onMouseDown={keepSelection}
    >
      {whyNot !== null && <p className={styles.why}>{whyNot}</p>}
      {whyNot === null &&
        DEFAULT_CODEBOOK.map((tag) => (
          <button
            key={tag.id}
            type="button"
            className={styles.item}
            title={tag.meaning}
            aria-pressed={own?.tag === tag.id}
            aria-keyshortcuts={tag.key}
            onClick={() => markPassage(room, passage, tag.id)}
          >
            <TagIcon tag={tag} />
            <span className={styles.name}>{tag.name}</span>
            <kbd aria-hidden="true">{tag.key}</kbd>
          </button>
        ))}
      {whyNot === null && (
        <button
          type="button"
          className={styles.item}
          aria-keyshortcuts="C"
          onClick={() => startComment(room, passage)}
        >
          <span className={styles.name}>Comment</span>
          <kbd aria-hidden="true">C</kbd>
        </button>
      )}
    </div>
  );
}
