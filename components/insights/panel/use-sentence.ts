import { useEffect, useMemo } from 'react';
import { cursorAt } from '#lib/anchor/cursor.ts';
import { type Passage, useRoom } from '#components/reading-room/room.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { followPassage } from './follow-passage.ts';

/** The sentence of the passage in view, lit in the text; null before the text can be measured. */
export function useSentence(): Passage | null {
  const room = useRoom();
  const { blocks } = room.page;
  const { layer: layers, considered: passages } = room.state;
  const layer = useObservable(layers);
  const considered = useObservable(passages);
  const sentence = useMemo(
    () => (considered === null ? null : (cursorAt(blocks, considered.start)?.head ?? null)),
    [blocks, considered],
  );
  useEffect(() => (layer === null ? undefined : followPassage(room)), [room, layer]);
  useEffect(() => {
    if (layer === null || sentence === null) return undefined;
    layer.showPassing('considered', [sentence]);
    return () => layer.showPassing('considered', []);
  }, [layer, sentence]);
  return sentence;
}
