import { useDeferredValue, useMemo } from 'react';
import { type SentenceFigures, sentenceFigures, silentOn } from '#lib/insight/sentence-figures.ts';
import { type Passage, useRoom } from '#components/reading-room/room.ts';
import { useObservable } from '#components/ui/use-observable.ts';

export interface SentenceView extends SentenceFigures {
  /** Who may mark and gave it no tag; null where others' marks are not to be seen. */
  silent: { unmarked: number; done: number } | null;
}

/** What the records that are shown, without my private notes, say of the sentence; live. */
export function useSentenceFigures(sentence: Passage): SentenceView {
  const { page, records } = useRoom();
  const shown = useDeferredValue(useObservable(records.shown));
  const { members, reading } = page;
  const seesAll = reading.place === 'shared' && reading.phase !== 'blind';
  return useMemo(() => {
    const standing = [...shown.annotations.values()].filter(({ id }) => !records.isPrivate(id));
    const figures = sentenceFigures(sentence, standing);
    const annotators = members.filter(({ role }) => role === 'annotator').map(({ id }) => id);
    const silent = seesAll ? silentOn(sentence, figures, annotators, shown) : null;
    return { ...figures, silent };
  }, [sentence, shown, records, members, seesAll]);
}
