import type { Place } from '#lib/permission/place.ts';
import { type Verdict, type Writer, judge } from './judge/judge.ts';
import type { PlaceState } from './judge/place-state.ts';

/** Decides over one update for a place; see `judge/judge.ts`. */
export type Judge = (update: Uint8Array, writer: Writer, state: PlaceState) => Verdict;

/** The judge of a place of this kind: one for records; `notes` take none yet. */
export function judgeFor({ kind }: Place): Judge {
  return kind === 'notes' ? takesNothing : judge;
}

/** Y.js writes nothing at all as no structs and no deletions. */
const takesNothing: Judge = (update) =>
  update.length === 2 && update.every((byte) => byte === 0) ? { kind: 'nothing' } : NOT_YET;

const NOT_YET: Verdict = {
  kind: 'refused',
  rule: 'P1',
  map: null,
  key: null,
  title: 'Notes cannot be written yet. Copy what you wrote.',
};
