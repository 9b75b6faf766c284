import { useEffect } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { type Passage, useRoom } from './room.ts';

/** Shows another reader's selection in the text for as long as it is given; nothing is left behind when who gives it goes. */
export function useShownSelection(selection: Passage | null): void {
  const layer = useObservable(useRoom().state.layer);
  const { start, end } = selection ?? { start: null, end: null };

  useEffect(() => {
    if (layer === null || start === null || end === null) return undefined;
    layer.showPassing('remote', [{ start, end }]);
    return () => layer.showPassing('remote', []);
  }, [layer, start, end]);
}
