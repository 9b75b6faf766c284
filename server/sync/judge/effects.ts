import type { AnyRecord, RecordMap } from '#lib/annotation/record.ts';
import type { Draft, DraftSlot } from './draft.ts';
import { recordFrom } from './struct-index.ts';

/** What an update does to one record. */
export interface Effect {
  readonly map: RecordMap;
  readonly key: string;
  readonly owner: string;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
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
  const before = slot.value === null ? null : recordFrom(slot.value);
  // Checked before it is folded in, like everything in the index.
  const after = value === null ? null : (value.value as AnyRecord);
  return { map, key, owner, before, after, moderation: actor !== null && actor !== owner };
}
