'use client';
import type { Comment } from '#lib/annotation/comment.ts';
import { Composer } from '#components/composer/composer.tsx';
import { mayWrite } from '#components/reading-room/permissions.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { useDraft } from './use-draft.ts';

interface Props {
  /** Names the draft on this device: the passage, or what is answered. */
  draftOf: string;
  label: string;
  placeholder: string;
  action: string;
  /** Bytes that the record's quoted words take. */
  beside?: number;
  onSend: (comment: Comment) => void;
}

/** Something new being written; its words stay on this device until they are sent. */
export function Writer({ draftOf, onSend, ...words }: Props) {
  const { page, state } = useRoom();
  const draft = useDraft(draftOf);
  const close = (): void => state.writing.set(null);
  return (
    <Composer
      {...words}
      initial={draft.comment}
      locked={!mayWrite(page.reading)}
      onDraft={draft.save}
      onSend={(comment) => {
        draft.clear();
        close();
        onSend(comment);
      }}
      onClose={close}
    />
  );
}
