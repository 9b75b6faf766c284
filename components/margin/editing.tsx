'use client';
import { useState } from 'react';
import { type Comment, textOfComment } from '#lib/annotation/comment.ts';
import { jsonBytes } from '#lib/annotation/json-bytes.ts';
import type { Annotation, Reply } from '#lib/annotation/record.ts';
import { CommentView } from '#components/composer/comment-view.tsx';
import { Composer } from '#components/composer/composer.tsx';
import { type Writing, useRoom } from '#components/reading-room/room.ts';
import { maySend } from '#components/reading-room/where-marks-go.ts';
import { Button } from '#components/ui/button.tsx';
import { copyText } from '#components/ui/copy-text.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Discard } from './discard.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { useDraft } from './use-draft.ts';
import styles from './editing.module.css';

interface Props {
  writing: Extract<Writing, { kind: 'edit' }>;
  record: Annotation | Reply;
  /** Whose it is, or on which it answers. */
  annotation: string;
  onSave: (comment: Comment) => void;
}

/** Edits my words. When they change meanwhile in another tab or device, both texts are kept in view. */
export function Editing({ writing, record, annotation, onSave }: Props) {
  const room = useRoom();
  const { state } = room;
  const stamp = record.modified ?? record.created;
  const draft = useDraft(writing, { stamp, words: record.comment });
  const elsewhere = draft.begunFrom === stamp ? null : record.comment;
  const close = (): void => state.writing.set(null);
  const discard = (): void => {
    draft.clear();
    close();
  };
  return (
    <>
      <Composer
        label="Edit your words"
        placeholder="Your words"
        action={elsewhere === null ? 'Save' : 'Save mine instead'}
        initial={draft.comment ?? record.comment}
        beside={'target' in record ? jsonBytes(record.target.exact) : 0}
        locked={!maySend(room, writing)}
        onDraft={draft.save}
        onSend={(comment) => {
          discard();
          onSave(comment);
        }}
        onClose={close}
      >
        {draft.waits && <Discard onConfirm={discard} />}
      </Composer>
      {elsewhere !== null && <ChangedElsewhere comment={elsewhere} />}
      <Meanwhile annotation={annotation} />
    </>
  );
}

function ChangedElsewhere({ comment }: { comment: Comment }) {
  const [copied, setCopied] = useState(false);
  return (
    <Notice>
      <p>
        You changed this in another tab meanwhile. This is what stands there now; what you write
        above is kept until you save it.
      </p>
      <div className={styles.other}>
        <CommentView comment={comment} />
      </div>
      <Button onClick={() => void copyText(textOfComment(comment)).then(setCopied)}>
        {copied ? 'Copied' : 'Copy it'}
      </Button>
    </Notice>
  );
}
