import { useMemo } from 'react';
import { useKnownPeople } from '#components/ui/use-known-people.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { type Conversation, conversationsOf } from './conversations.ts';
import { type OpenCard, openCardOf } from './margin-content.ts';
import { type Tally, talliesOf } from './tallies.ts';
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
}

/** All that the margin shows now, whatever the window's width. */
export function useMargin(): MarginContent {
  const { page, state, records: joined } = useRoom();
  const records = useObservable(joined.shown);
  const opened = useObservable(state.opened);
  const writing = useObservable(state.writing);
  const conversations = useMemo(() => conversationsOf(records), [records]);
  const authors = useMemo(
    () =>
      [...records.annotations.values(), ...records.replies.values()].map(({ author }) => author),
    [records.annotations, records.replies],
  );
  useKnownPeople(authors, page.members);
  const tallies = useMemo(
    () => talliesOf(records.annotations.values(), page.blocks),
    [records.annotations, page.blocks],
  );
  const drafts = useWaitingDrafts(records);
  return {
    conversations,
    tallies,
    drafts,
    open: openCardOf({ opened, writing }, { conversations, drafts }, records, page.blocks),
    openBlock: opened?.kind === 'block' ? opened.block : null,
  };
}
