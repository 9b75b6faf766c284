import { targetOf } from '#lib/anchor/target-of.ts';
import { commentFromText } from '#lib/annotation/comment.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import type { Annotation, Reaction, RecordMap, RecordOf, Reply } from '#lib/annotation/record.ts';
import { type Deed, type Mark, memberOf, type PlanKey, type PlannedDeed } from './deeds.ts';

/** Where a plan is carried out. */
export interface Scene {
  revision: { id: string; text: string };
  /** User ids, by the number of the member. */
  users: readonly string[];
}

type DeedOf<K extends Deed['kind']> = Extract<Deed, { kind: K }>;

/** A record under its map. */
export type Written = { [M in RecordMap]: { map: M; record: RecordOf<M> } }[RecordMap];

/** The key in a place of what the plan calls so. */
export function recordKeyOf(key: PlanKey, { users }: Pick<Scene, 'users'>): string {
  const member = memberOf(key);
  const user = users[member];
  if (user === undefined) throw new Error(`The plan has a member ${member} who is not here.`);
  return `${user}${key.slice(key.indexOf('/'))}`;
}

/** What of others or oneself the deed builds on: it can only be done where that is to be seen. */
export function groundOf(deed: Deed): PlanKey | null {
  if (deed.kind === 'retag') return deed.mark;
  return 'on' in deed ? deed.on : null;
}

/**
 * The record that the deed writes; null when it writes none, or what it builds on is not in `records`. `now`: milliseconds
 * since the epoch. Throws for a passage outside the text.
 */
export function recordOf(deed: Deed, scene: Scene, records: Records, now: number): Written | null {
  const ground = groundOf(deed);
  if (ground !== null && !isShown(recordKeyOf(ground, scene), records)) return null;
  switch (deed.kind) {
    case 'look':
      return null;
    case 'mark':
      return { map: 'annotations', record: annotationOf(deed, scene, now) };
    case 'retag':
      return retagged(deed, scene, records, now);
    case 'reply':
      return { map: 'replies', record: replyOf(deed, scene, now) };
    case 'react':
      return { map: 'reactions', record: reactionOf(deed, scene, now) };
    case 'settle':
    case 'sounds':
    case 'done':
      return { map: 'assessments', record: assessmentOf(deed, scene, now) };
  }
}

/** Whether there is an annotation or a reply of this key. */
export function isShown(key: string, { annotations, replies }: Records): boolean {
  return annotations.has(key) || replies.has(key);
}

/**
 * What the plan leaves behind, without a server: for figures that are computed, and for benchmarks. `began`: milliseconds since the
 * epoch; only what was done before `until` (milliseconds of the plan) counts.
 */
export function recordsAfter(
  plan: readonly PlannedDeed[],
  scene: Scene,
  { began, until = Infinity }: { began: number; until?: number },
): Records {
  const records = {
    annotations: new Map<string, RecordOf<'annotations'>>(),
    replies: new Map<string, RecordOf<'replies'>>(),
    reactions: new Map<string, RecordOf<'reactions'>>(),
    assessments: new Map<string, RecordOf<'assessments'>>(),
  };
  for (const { at, deed } of plan) {
    if (at >= until) break;
    const written = recordOf(deed, scene, records, began + at);
    if (written !== null)
      (records[written.map] as Map<string, Written['record']>).set(
        written.record.id,
        written.record,
      );
  }
  return records;
}

function annotationOf(mark: Mark, scene: Scene, now: number): Annotation {
  const { key, start, end, tag, words, details } = mark;
  const target = targetOf(scene.revision, start, end);
  if (target === null) throw new Error(`Nothing to mark from ${start} to ${end}.`);
  const comment = words === undefined ? null : commentFromText(words);
  return { ...begun(key, scene, now), target, tag, comment, ...details };
}

function retagged(
  deed: DeedOf<'retag'>,
  scene: Scene,
  { annotations }: Records,
  now: number,
): Written | null {
  const mark = annotations.get(recordKeyOf(deed.mark, scene));
  if (mark === undefined) return null;
  return { map: 'annotations', record: { ...mark, tag: deed.tag, modified: isoTime(now) } };
}

function replyOf({ key, on, words }: DeedOf<'reply'>, scene: Scene, now: number): Reply {
  const annotation = recordKeyOf(on, scene);
  return { ...begun(key, scene, now), annotation, comment: commentFromText(words) };
}

function reactionOf({ key, on, reaction }: DeedOf<'react'>, scene: Scene, now: number): Reaction {
  return { ...begun(key, scene, now), on: recordKeyOf(on, scene), kind: reaction };
}

function assessmentOf(
  deed: DeedOf<'settle' | 'sounds' | 'done'>,
  scene: Scene,
  now: number,
): RecordOf<'assessments'> {
  const base = begun(deed.key, scene, now);
  switch (deed.kind) {
    case 'settle':
      return { ...base, kind: 'thread', on: recordKeyOf(deed.on, scene), state: deed.state };
    case 'sounds':
      return { ...base, kind: 'sounds', on: recordKeyOf(deed.on, scene), step: deed.step };
    case 'done':
      return { ...base, kind: 'done', on: null, revision: scene.revision.id, upTo: deed.upTo };
  }
}

function begun(
  key: PlanKey,
  scene: Scene,
  now: number,
): Pick<Annotation, 'id' | 'author' | 'created'> {
  return {
    id: recordKeyOf(key, scene),
    author: scene.users[memberOf(key)] ?? '',
    created: isoTime(now),
  };
}

const isoTime = (now: number): string => new Date(now).toISOString();
