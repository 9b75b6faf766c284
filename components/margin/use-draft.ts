import type { JSONContent } from '@tiptap/core';
import { useState } from 'react';
import { type Comment, textOfComment } from '#lib/annotation/comment.ts';
import { useRoom } from '#components/reading-room/room.ts';

interface OwnDraft {
  /** What was written before and not sent. */
  comment: Comment | null;
  /** The stamp of the record that it began from; null for something new. */
  begunFrom: string | null;
  save(draft: JSONContent): void;
  clear(): void;
}

/** What I write and have not sent, kept on this device. `stamp`: of the record that is edited, as it is now. */
export function useDraft(key: string, stamp: string | null = null): OwnDraft {
  const { drafts } = useRoom();
  const [kept] = useState(() => drafts.loadDraft(key));
  const [begunFrom] = useState(kept === null ? stamp : kept.begunFrom);
  return {
    comment: kept?.comment ?? null,
    begunFrom,
    save(draft) {
      // Half-written words may break the comment schema; they are checked when they are sent.
      const comment = draft as Comment;
      if (textOfComment(comment).trim() === '') drafts.clearDraft(key);
      else drafts.saveDraft(key, { comment, begunFrom });
    },
    clear: () => drafts.clearDraft(key),
  };
}
