import { useEffect, useMemo } from 'react';
import type { Records } from '#lib/annotation/record-set.ts';
import type { KeptDraft } from '#lib/client/drafts.ts';
import { filteredList } from '#lib/client/observable.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { draftKeyOf, isAboutNothing, type WaitingDraft, waitingDraftOf } from './waiting-draft.ts';

const NONE: readonly KeptDraft[] = [];

/** What I wrote and did not send, but for what is being written now: typing draws nothing anew. */
export function useWaitingDrafts({
  annotations,
  replies,
}: Pick<Records, 'annotations' | 'replies'>): readonly WaitingDraft[] {
  const { drafts, state } = useRoom();
  const writing = useObservable(state.writing);
  const isGone = writing !== null && isAboutNothing(writing, { annotations, replies });
  useEffect(() => {
    if (!isGone) return;
    state.writing.set(null);
    state.notice.set('What you were writing about was deleted. Your words are kept as unsent.');
  }, [isGone, state]);
  const busy = writing === null ? null : draftKeyOf(writing);
  const waiting = useMemo(
    () => filteredList(drafts.kept, ({ key }) => key !== busy),
    [drafts, busy],
  );
  const kept = useObservable(waiting, NONE);
  return useMemo(
    () => kept.flatMap((draft) => waitingDraftOf(draft, { annotations, replies }) ?? []),
    [kept, annotations, replies],
  );
}
