import type { RecordMap } from '#lib/annotation/record.ts';
import type { Draft, DraftSlot } from './draft.ts';

/** What an update does to one record. */
export interface Effect {
  readonly map: RecordMap;
  readonly key: string;
  readonly owner: string;
  /** The records that stood and stand there, encoded: `recordFrom` reads them. */
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
  /** Somebody who is not the owner deleted it. */
  readonly moderation: boolean;
}

/** What the draft changes of what can be seen, when it is `actor`'s (null: nobody knows whose). */
export function effectsOf(draft: Draft, actor: string | null): Effect[] {
  const effects: Effect[] = [];
  for (const drafted of draft.slots.values()) {
    const effect = effectOn(drafted, actor);
    if (effect !== null) effects.push(effect);
  }
  return effects;
}

function effectOn({ slot, value }: DraftSlot, actor: string | null): Effect | null {
  if (value === 'kept' || (value === null && slot.value === null)) return null;
  const { map, key, owner } = slot;
  const moderation = actor !== null && actor !== owner;
  return { map, key, owner, before: slot.value, after: value, moderation };
}
