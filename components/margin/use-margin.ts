import { useMemo } from 'react';
import type { Annotation } from '#lib/annotation/record.ts';
import type { Stretch } from '#lib/client/annotated-blocks.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';
import type { Conversation } from './conversations.ts';
import { type OpenCard, openCardOf } from './margin-content.ts';
import { followMarginRecords } from './margin-records.ts';
import { onceAFrame } from './once-a-frame.ts';
import type { Tally } from './tallies.ts';
import { useFaces } from './use-faces.ts';
import { useWaitingDrafts } from './use-waiting-drafts.ts';
import type { WaitingDraft } from './waiting-draft.ts';

export interface MarginContent {
  conversations: readonly Conversation[];
  tallies: readonly Tally[];
  /** Mine, not sent, in no particular order. */
  drafts: readonly WaitingDraft[];
  open: OpenCard | null;
  /** The block whose list is open. */
  openBlock: number | null;
  /** What stands on words of the stretch, but for what was taken back. */
  marksIn(stretch: Stretch): readonly Annotation[];
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
  const noted = useMemo(() => follow(records), [follow, records]);
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
