'use client';
import { SlidersHorizontal } from 'lucide-react';
import { DEFAULT_CODEBOOK } from '#lib/annotation/codebook.ts';
import type { Annotation } from '#lib/annotation/record.ts';
import { TagIcon } from '#components/ui/tag-icon.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { changeTag } from '#components/reading-room/write-marks.ts';
import { useRoom } from '#components/reading-room/room.ts';
import styles from './tag-toggles.module.css';

/** Gives my mark another tag; its own tag again takes it off. Beside them, what opens its details. */
export function TagToggles({ annotation }: { annotation: Annotation }) {
  const room = useRoom();
  const { detailed } = room.state;
  const open = useObservable(detailed) === annotation.id;
  return (
    <span role="group" aria-label="Change the mark" className={styles.toggles}>
      {DEFAULT_CODEBOOK.map((tag) => (
        <button
          key={tag.id}
          type="button"
          className={styles.toggle}
          aria-pressed={annotation.tag === tag.id}
          aria-label={tag.name}
          title={`${tag.name}: ${tag.meaning}`}
          onClick={() => changeTag(room, annotation, tag.id)}
        >
          <TagIcon tag={tag} />
        </button>
      ))}
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-label="Details"
        title="Details: voice, wording, labels"
        onClick={() => detailed.set(open ? null : annotation.id)}
      >
        <SlidersHorizontal size={13} aria-hidden="true" />
      </button>
    </span>
  );
}
