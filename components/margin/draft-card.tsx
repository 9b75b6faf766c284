'use client';
import { textOfComment } from '#lib/annotation/comment.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { Discard } from './discard.tsx';
import { goOnWith, type WaitingDraft } from './waiting-draft.ts';
import card from './card.module.css';
import actions from './quiet-actions.module.css';
import styles from './draft-card.module.css';

const UNSENT = { new: 'Unsent', reply: 'Unsent reply', edit: 'Unsent change' };

/** `Unsent: half a thought · Go on · Discard`: words of mine that wait on this device. */
export function DraftCard({ draft }: { draft: WaitingDraft }) {
  const room = useRoom();
  const unsent = UNSENT[draft.writing.kind];
  return (
    <section className={`${card.card} ${styles.draft}`} aria-label={unsent}>
      <p className={styles.words}>
        <span className={styles.unsent}>{unsent}:</span> {textOfComment(draft.comment)}
      </p>
      <div className={`${actions.actions} ${styles.actions}`}>
        <button type="button" className={actions.action} onClick={() => goOnWith(room, draft)}>
          Go on
        </button>
        <Discard onConfirm={() => room.drafts.discardDraft(draft.key)} />
      </div>
    </section>
  );
}
