import { type Result, fail, ok } from '#lib/result.ts';
import { decode } from './decode.ts';
import { Draft } from './draft.ts';
import { type Effect, effectsOf } from './effects.ts';
import { integrate } from './integrate.ts';
import type { PlaceState } from './place-state.ts';
import type { Before } from './place-view.ts';

/** Makes an accepted draft part of the place: structs, values, client ids, what is moderated. Gives what was before. */
export function foldDraft(
  draft: Draft,
  effects: readonly Effect[],
  { index, clientIds }: PlaceState,
): Before {
  const before = draft.fold();
  // Whoever is let in writes under their own keys only (J11, J12), so a client is its owner's. A taken one was
  // judged (J14), or comes from the log, which may hold what two processes accepted in two places at once.
  for (const { client, slot } of draft.novel)
    if (clientIds.userOf(client) === undefined) clientIds.claim(client, slot.owner);
  for (const { map, key, moderation } of effects) if (moderation) index.moderate(map, key);
  return before;
}

/**
 * Folds in an update that was accepted before: at load, or from another process's tail of
 * the log. No leave is asked. `by` is whose it was, null for a snapshot, which holds many
 * people's work and does not say who deleted what: follow it with `index.moderate` for
 * every key that `index.moderated` gave when the snapshot was taken. Fails when the update
 * does not continue the index: then the log is damaged.
 */
export function foldAccepted(
  update: Uint8Array,
  by: string | null,
  place: PlaceState,
): Result<readonly Effect[]> {
  const decoded = decode(update);
  if (!decoded.ok) return fail(decoded.error.title);
  const draft = new Draft(place.index);
  const snag = integrate(decoded.value, draft);
  if (snag !== null) return fail(snag === 'missing' ? 'an earlier update is missing' : snag.title);
  const effects = effectsOf(draft, by);
  foldDraft(draft, effects, place);
  return ok(effects);
}
