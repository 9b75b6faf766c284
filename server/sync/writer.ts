import type { AnyRecord, RecordMap } from '#lib/annotation/record.ts';
import { ownerOfKey } from '#lib/annotation/record-key.ts';
import { type Action, can } from '#lib/permission/can.ts';
import type { Writer } from './judge/judge.ts';
import type { Standing } from './sync-deps.ts';

/** What a member of this standing (null: of none) may write into `shared`, as the judge asks it. */
export function writerInShared(userId: string, standing: Standing | null): Writer {
  if (standing === null) return { userId, mayModerate: false, mayWrite: () => NO_MEMBER };
  const mayModerate = can(standing, 'shared.moderate');
  return {
    userId,
    mayModerate,
    mayWrite(map, _key, value) {
      if (!can(standing, actionFor(map, value))) return reason(standing);
      if (!isThreadState(value) || mayModerate || ownerOfKey(value.on) === userId) return null;
      return 'A conversation is resolved or opened again by whoever began it, or by an instructor.';
    },
  };
}

const NO_MEMBER = 'You are not a member of this group any more.';

function actionFor(map: RecordMap, value: AnyRecord | null): Action {
  if (map !== 'assessments') return 'shared.write';
  // Made and deleted before it was sent: nothing of it can be seen, and what kind it was neither.
  if (value === null) return 'shared.assess';
  const outlivesReading = 'kind' in value && (value.kind === 'outcome' || value.kind === 'signoff');
  return outlivesReading ? 'shared.assess' : 'shared.write';
}

function reason({ role, phase }: Standing): string {
  if (role === 'observer') return 'As an observer you read along here, without marking.';
  if (phase === 'closed')
    return 'This reading is closed: nothing can be added or changed any more.';
  return 'You may not write here.';
}

type ThreadState = Extract<AnyRecord, { kind: 'thread' }>;

function isThreadState(value: AnyRecord | null): value is ThreadState {
  return value !== null && 'kind' in value && value.kind === 'thread';
}
