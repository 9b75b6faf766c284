import { useDeferredValue, useEffect, useMemo } from 'react';
import { folded, foundIn } from '#lib/insight/found.ts';
import type { Passage, Room } from '#components/reading-room/room.ts';
import { useObservable } from '#components/ui/use-observable.ts';

/** Blocks on either side of the one being read in which places are lit: about a screen, also of short blocks. */
const NEAR = 30;

/** Where the words that are looked for stand in the text; lit near where I read, and told to the strip. */
export function useFoundPlaces({ page, state }: Room): readonly Passage[] {
  const { words } = useObservable(state.find);
  const layer = useObservable(state.layer);
  const block = useObservable(state.block) ?? 0;
  const text = useMemo(() => folded(page.text), [page.text]);
  const sought = useDeferredValue(words);
  const found = useMemo(() => foundIn(text, sought), [text, sought]);

  useEffect(() => {
    state.found.set(found);
    return () => state.found.set([]);
  }, [found, state]);

  useEffect(() => {
    const from = page.blocks[Math.max(0, block - NEAR)]?.start ?? 0;
    const to = page.blocks[block + NEAR]?.end ?? page.text.length;
    const near = found.filter(({ start }) => start >= from && start < to);
    layer?.showPassing('found', near);
    return () => layer?.showPassing('found', []);
  }, [found, layer, block, page]);
  return found;
}
