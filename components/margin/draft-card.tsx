'use client';
import { textOfComment } from '#lib/annotation/comment.ts';
import { copyText } from '#components/ui/copy-text.ts';
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
  const copy = async (): Promise<void> => {
    const copied = await copyText(textOfComment(draft.comment));
    room.state.notice.set(
      copied ? 'Copied.' : 'Your browser does not let us copy; select the words.',
    );
  };
  return (
    <section className={`${card.card} ${styles.draft}`} aria-label={unsent}>
      <p className={styles.words}>
        <span className={styles.unsent}>{unsent}:</span> {textOfComment(draft.comment)}
      </p>
      {draft.isGone && <p className={styles.gone}>What it is about is not here now.</p>}
      <div className={`${actions.actions} ${styles.actions}`}>
        {draft.isGone ? (
          <button type="button" className={actions.action} onClick={() => void copy()}>
            Copy
          </button>
        ) : (
          <button type="button" className={actions.action} onClick={() => goOnWith(room, draft)}>
            Go on
          </button>
        )}
        <Discard onConfirm={() => room.drafts.discardDraft(draft.key)} />
      </div>
    </section>
  );
}
