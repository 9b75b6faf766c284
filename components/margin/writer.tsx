'use client';
import { useEffect } from 'react';
import type { Comment } from '#lib/annotation/comment.ts';
import { Composer } from '#components/composer/composer.tsx';
import { type Writing, useRoom } from '#components/reading-room/room.ts';
import { endTyping, sayTyping } from '#components/reading-room/say-typing.ts';
import { maySend } from '#components/reading-room/where-marks-go.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { Discard } from './discard.tsx';
import { useDraft } from './use-draft.ts';

interface Props {
  writing: Writing;
  label: string;
  placeholder: string;
  action: string;
  /** Bytes that the record's quoted words take. */
  beside?: number;
  onSend: (comment: Comment) => void;
}

/** Something new being written; its words stay on this device until they are sent. */
export function Writer({ writing, onSend, ...words }: Props) {
  const room = useRoom();
  const { settings, state } = room;
  useObservable(settings.onlyMe, false);
  const draft = useDraft(writing);
  useEffect(() => () => endTyping(room), [room]);
  const close = (): void => state.writing.set(null);
  const discard = (): void => {
    draft.clear();
    close();
  };
  return (
    <Composer
      {...words}
      initial={draft.comment}
      locked={!maySend(room, writing)}
      onDraft={(words) => {
        draft.save(words);
        sayTyping(room, writing);
      }}
      onSend={(comment) => {
        discard();
        onSend(comment);
      }}
      onClose={close}
    >
      {draft.waits && <Discard onConfirm={discard} />}
    </Composer>
  );
}
