import type { PlaceId, StoredPlace, StoredSnapshot } from './log.ts';
import { restorePlace, unjudgedPlace } from './restored-place.ts';
import { encodeSnapshot } from './snapshot.ts';

/** A snapshot of all that is stored of a place. Null: its own snapshot is of no use, compact the whole log. */
export function compactedPlace({ place }: PlaceId, stored: StoredPlace): StoredSnapshot | null {
  const { head: seq } = stored;
  const judged = unjudgedPlace(place);
  const restored = restorePlace(stored, judged);
  if (!restored.ok) return null;
  const { times, updates } = restored.value;
  const bytes = encodeSnapshot({
    seq,
    state: judged.state(updates),
    logged: times.all,
    moderated: [...judged.moderated()],
  });
  return { seq, bytes };
}
