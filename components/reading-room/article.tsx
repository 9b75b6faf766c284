'use client';
import { useId, useRef } from 'react';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { ReadingHeader } from './reading-header.tsx';
import { useRoom } from './room.ts';
import { StaticHtml } from './static-html.tsx';
import { useAddressedAnnotation } from './use-addressed-annotation.ts';
import { useArrival } from './use-arrival.ts';
import { useCursor } from './use-cursor.ts';
import { useHighlights } from './use-highlights.ts';
import { useKeymap } from './use-keymap.ts';
import { useKeptPosition } from './use-kept-position.ts';
import { useMyPresence } from './use-my-presence.ts';
import { usePointerOnMarks } from './use-pointer-on-marks.ts';
import { useReadingBlock } from './use-reading-block.ts';
import { usePlacesComeFrom } from './places-come-from.ts';
import { useSelectedPassage } from './use-selected-passage.ts';
import { useTitleSeen } from './use-title-seen.ts';
import { useUnread } from './use-unread.ts';
import styles from './article.module.css';
import '#lib/client/highlight-layer.css';

/** The text, set as static HTML, and everything that follows the eye, the pointer and the keys in it. */
export function Article() {
  const room = useRoom();
  const { html, reading } = room.page;
  const article = useRef<HTMLElement>(null);
  const help = useId();
  useHighlights(room, article);
  usePointerOnMarks(room, article);
  useSelectedPassage(room, article);
  useCursor(room, article);
  useKeymap(room);
  usePlacesComeFrom(room);
  useReadingBlock(room, article);
  useTitleSeen(room, article);
  useArrival(room);
  useAddressedAnnotation(room);
  useKeptPosition(room);
  useMyPresence(room);
  useUnread(room);
  return (
    <div className={styles.column}>
      <VisuallyHidden>
        <span id={help}>
          Arrow down and up go from sentence to sentence; 1 marks it as fact, 2 as prediction, 3 as
          opinion, c writes a comment, Enter opens what is there.
        </span>
      </VisuallyHidden>
      {/* Focus comes here to go through the sentences by keyboard. */}
      <article
        ref={article}
        tabIndex={0}
        className={styles.article}
        aria-label={reading.article.title}
        aria-describedby={help}
      >
        {html.title === '' ? (
          <h1 data-not-text>{reading.article.title}</h1>
        ) : (
          <StaticHtml html={html.title} />
        )}
        <ReadingHeader />
        <StaticHtml html={html.body} />
      </article>
    </div>
  );
}
