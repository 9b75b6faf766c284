import { useMemo, useState } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { type Writing, useRoom } from '#components/reading-room/room.ts';
import type { Conversation } from './conversations.ts';
import { type HeldConversation, followHeld, heldConversation } from './held-conversation.ts';
import { type OpenCard, openCardOf } from './margin-content.ts';
import { followMarginRecords, type MarginRecords } from './margin-records.ts';
import { onceAFrame } from './once-a-frame.ts';
import { useFaces } from './use-faces.ts';
import { useWaitingDrafts } from './use-waiting-drafts.ts';
import type { WaitingDraft } from './waiting-draft.ts';

export interface MarginContent extends MarginRecords {
  /** Mine, not sent, in no particular order. */
  drafts: readonly WaitingDraft[];
  open: OpenCard | null;
  /** The block whose list is open. */
  openBlock: number | null;
}

/** All that the margin shows now, whatever the window's width. */
export function useMargin(): MarginContent {
  const { page, state, records: joined } = useRoom();
  const { opened: openedState, writing: writingState } = state;
  const [shown, all] = useMemo(() => {
    const deeds = [openedState, writingState];
    return [onceAFrame(joined.shown, deeds), onceAFrame(joined.all, deeds)];
  }, [joined, openedState, writingState]);
  const records = useObservable(shown);
  const opened = useObservable(openedState);
  const writing = useObservable(writingState);
  const follow = useMemo(() => followMarginRecords(page.blocks), [page.blocks]);
  const live = useMemo(() => follow(records), [follow, records]);
  const conversations = useStillWhereIWrite(live.conversations, writing, page.user.id);
  const noted = { ...live, conversations };
  useFaces(records);
  // Also what the filter hides: nothing of mine is out of sight because of others' marks.
  const drafts = useWaitingDrafts(useObservable(all));
  return {
    ...noted,
    drafts,
    open: openCardOf({ opened, writing }, { ...noted, drafts }, records, page.blocks),
    openBlock: opened?.kind === 'block' ? opened.block : null,
  };
}

/** As they are now, but for the one in which I write: that stays as it was when I began. */
function useStillWhereIWrite(
  conversations: readonly Conversation[],
  writing: Writing | null,
  me: string,
): readonly Conversation[] {
  const [before, setHeld] = useState<HeldConversation | null>(null);
  const goesOn = before !== null && before.writing === writing;
  const held = goesOn ? before : heldConversation(writing, conversations, me);
  if (held !== before) setHeld(held);
  const follow = useMemo(() => (held === null ? null : followHeld(held)), [held]);
  return useMemo(
    () => (follow === null ? conversations : follow(conversations)),
    [conversations, follow],
  );
}
