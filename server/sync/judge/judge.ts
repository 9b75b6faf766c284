import type { AnyRecord, RecordMap } from '#lib/annotation/record.ts';
import { type DecodeProblem, decode } from './decode.ts';
import { Draft } from './draft.ts';
import { type Effect, effectsOf } from './effects.ts';
import { foldDraft } from './fold.ts';
import { integrate } from './integrate.ts';
import { limitProblem } from './limit-problem.ts';
import type { PlaceState } from './place-state.ts';
import type { Before } from './place-view.ts';
import type { Rule } from './rules.ts';
import { permissionProblem } from './permission-problem.ts';

export type { Effect } from './effects.ts';

/** On whose behalf an update is judged, and what they may do in this place now. */
export interface Writer {
  readonly userId: string;
  /**
   * Null when allowed, else why not, in words for the writer. `value` is the record
   * written or, for a delete or an overwrite, the record taken away; null when the
   * update touches the key without either (made and deleted before it was sent).
   */
  readonly mayWrite: (map: RecordMap, key: string, value: AnyRecord | null) => string | null;
  readonly mayModerate: boolean;
}

export type Verdict =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pass'; readonly effects: readonly Effect[]; readonly fold: () => Before }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'refused';
      readonly rule: Rule;
      readonly map: string | null;
      readonly key: string | null;
      readonly title: string;
    }
  | { readonly kind: 'malformed'; readonly rule: Rule; readonly title: string };

/**
 * Judges one update (Yjs v1 encoding) against the place; changes nothing (J21) until `fold` is
 * called, which throws when the index has moved on since: fold, or judge again.
 *
 * - `nothing`: all of it is known; do not log or pass it on (J2).
 * - `missing`: it builds on structs the index has not seen (J15).
 * - `malformed`: no Yjs client writes such bytes (J3, J6). Whatever a mistaken but working
 *   Yjs program could send is `refused` instead, with words for the person behind it.
 */
export function judge(update: Uint8Array, writer: Writer, place: PlaceState): Verdict {
  const decoded = decode(update);
  if (!decoded.ok) return turnedDown(decoded.error);
  const draft = new Draft(place.index);
  const snag = integrate(decoded.value, draft);
  if (snag === 'missing') return { kind: 'missing' };
  if (snag !== null) return turnedDown(snag);
  if (draft.novel.length === 0 && draft.slots.size === 0) return { kind: 'nothing' };
  const effects = effectsOf(draft, writer.userId);
  const problem =
    permissionProblem(draft, decoded.value.deletes, effects, writer, place) ??
    limitProblem(draft, effects, writer.userId, place);
  if (problem !== null) return turnedDown(problem);
  return { kind: 'pass', effects, fold: () => foldDraft(draft, effects, place) };
}

/** The verdict on an update with this problem. */
export function turnedDown({ rule, map, key, title }: DecodeProblem): Verdict {
  if (rule === 'J3' || rule === 'J6') return { kind: 'malformed', rule, title };
  return { kind: 'refused', rule, map, key, title };
}
