'use client';
import { X } from 'lucide-react';
import type { Annotation } from '#lib/annotation/record.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { DraftCard } from './draft-card.tsx';
import { MarkRow } from './mark-row.tsx';
import type { WaitingDraft } from './waiting-draft.ts';
import styles from './card.module.css';
import close from './close-button.module.css';

interface Props {
  title: string;
  annotations: readonly Annotation[];
  drafts: readonly WaitingDraft[];
  picked: string | null;
}

/** A list of marks, opened from a tally or from the text. */
export function MarksCard({ title, annotations, drafts, picked }: Props) {
  const { state } = useRoom();
  return (
    <section className={styles.card} data-active="true" aria-label={title}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <button
          type="button"
          className={close.close}
          aria-label="Close the list"
          onClick={() => state.opened.set(null)}
        >
          <X size={15} aria-hidden="true" />
        </button>
      </header>
      {drafts.map((draft) => (
        <DraftCard key={draft.key} draft={draft} />
      ))}
      <ul className={styles.rows}>
        {annotations.map((annotation) => (
          <MarkRow key={annotation.id} annotation={annotation} picked={annotation.id === picked} />
        ))}
      </ul>
    </section>
  );
}
