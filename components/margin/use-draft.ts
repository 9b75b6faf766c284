import type { JSONContent } from '@tiptap/core';
import { useState } from 'react';
import { type Comment, textOfComment } from '#lib/annotation/comment.ts';
import { type Writing, useRoom } from '#components/reading-room/room.ts';
import { draftKeyOf } from './waiting-draft.ts';

interface OwnDraft {
  /** What was written before and not sent. */
  comment: Comment | null;
  /** The stamp of the record that it began from; null for something new. */
  begunFrom: string | null;
  /** Whether something is kept. */
  waits: boolean;
  save(draft: JSONContent): void;
  clear(): void;
}

/** The record that is edited, as it is now. */
interface Edited {
  stamp: string;
  words: Comment | null;
}

/** What I write and have not sent, kept on this device. */
export function useDraft(writing: Writing, edited: Edited | null = null): OwnDraft {
  const { drafts } = useRoom();
  const key = draftKeyOf(writing);
  const [kept] = useState(() => drafts.loadDraft(key));
  const [begunFrom] = useState(kept === null ? (edited?.stamp ?? null) : kept.begunFrom);
  const [waits, setWaits] = useState(kept !== null);
  return {
    comment: kept?.comment ?? null,
    begunFrom,
    waits,
    save(draft) {
      // Half-written words may break the comment schema; they are checked when they are sent.
      const comment = draft as Comment;
      const same = edited !== null && JSON.stringify(comment) === JSON.stringify(edited.words);
      const isEmpty = same || textOfComment(comment).trim() === '';
      setWaits(!isEmpty);
      if (isEmpty) drafts.clearDraft(key);
      else drafts.saveDraft(key, { comment, begunFrom });
    },
    clear: () => drafts.clearDraft(key),
  };
}
