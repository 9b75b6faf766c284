import type { Annotation, Reaction } from '#lib/annotation/record.ts';
import type { ThreadAssessment } from '#lib/annotation/thread-state.ts';

/** Tags of the default codebook. */
export type Tag = 'fact' | 'prediction' | 'opinion';

/** How sure the author sounds, from 1 (a guess) to 5 (certain). */
export type Step = 1 | 2 | 3 | 4 | 5;

/** UTF-16 offsets, half-open. */
export interface Range {
  start: number;
  end: number;
}

/**
 * Names a record of the plan as a record of a place is named, with the member's number where the user's id goes:
 * `<member>/<localId>`.
 */
export type PlanKey = `${number}/${string}`;

export type Details = Pick<
  Annotation,
  'voice' | 'hedged' | 'conditional' | 'worthChecking' | 'labels' | 'prediction'
>;

export interface Mark extends Range {
  kind: 'mark';
  key: PlanKey;
  tag: Tag;
  /** The comment, in plain words. */
  words?: string;
  details: Details;
}

/** What a member does: one record written or replaced, or (`look`) only where they are. */
export type Deed =
  | { kind: 'look'; block: number; selection?: Range; answering?: PlanKey }
  | Mark
  | { kind: 'retag'; mark: PlanKey; tag: Tag }
  | { kind: 'reply'; key: PlanKey; on: PlanKey; words: string }
  | { kind: 'react'; key: PlanKey; on: PlanKey; reaction: Reaction['kind'] }
  | { kind: 'settle'; key: PlanKey; on: PlanKey; state: ThreadAssessment['state'] }
  | { kind: 'sounds'; key: PlanKey; on: PlanKey; step: Step }
  | { kind: 'done'; key: PlanKey; upTo: number };

export interface PlannedDeed {
  /** Milliseconds since the reading began. */
  at: number;
  /** From 0. */
  member: number;
  deed: Deed;
}

/** Who a record of the plan belongs to. */
export function memberOf(key: PlanKey): number {
  return Number(key.slice(0, key.indexOf('/')));
}
