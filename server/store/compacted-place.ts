import { encodeState } from '../sync/judge/encode-state.ts';
import { PlaceView } from '../sync/judge/place-view.ts';
import type { StoredPlace, StoredSnapshot } from './log.ts';
import { restorePlace, unjudgedState } from './restored-place.ts';
import { encodeSnapshot } from './snapshot.ts';

/** A snapshot of all that is stored of a place. Null: its own snapshot is of no use, compact the whole log. */
export function compactedPlace(stored: StoredPlace): StoredSnapshot | null {
  const { head: seq } = stored;
  const state = unjudgedState();
  const times = restorePlace(stored, state);
  if (!times.ok) return null;
  const bytes = encodeSnapshot({
    seq,
    state: encodeState(new PlaceView(state.index)),
    logged: times.value.all,
    moderated: [...state.index.moderated()],
  });
  return { seq, bytes };
}
