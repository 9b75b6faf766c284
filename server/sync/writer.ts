import type { AnyRecord, RecordMap } from '#lib/annotation/record.ts';
import { ownerOfKey } from '#lib/annotation/record-key.ts';
import { type Action, can } from '#lib/permission/can.ts';
import { type Place, ownerOfPlace } from '#lib/permission/place.ts';
import type { PlaceWriter } from './judged-place.ts';
import type { Standing } from './sync-deps.ts';

/** What a member of this standing (null: of none) may write into the place, as its judge asks it. */
export function writerIn(place: Place, userId: string, standing: Standing | null): PlaceWriter {
  if (standing === null)
    return { userId, mayModerate: false, mayWrite: () => NO_MEMBER, mayEdit: () => NO_MEMBER };
  const asker = { ...standing, own: ownerOfPlace(place) === userId };
  const mayModerate = place.kind === 'shared' && can(asker, 'shared.moderate');
  return {
    userId,
    mayModerate,
    mayEdit: () => (can(asker, `${place.kind}.write`) ? null : reason(standing)),
    mayWrite(map, _key, value) {
      if (!can(asker, actionFor(place, map, value))) return reason(standing);
      if (!isThreadState(value) || mayModerate || ownerOfKey(value.on) === userId) return null;
      return 'A conversation is resolved or opened again by whoever began it, or by an instructor.';
    },
  };
}

const NO_MEMBER = 'You are not a member of this group any more.';

function actionFor({ kind }: Place, map: RecordMap, value: AnyRecord | null): Action {
  const outlives = map === 'assessments' && outlivesReading(value);
  return outlives && (kind === 'shared' || kind === 'desk') ? `${kind}.assess` : `${kind}.write`;
}

/** Made and deleted before it was sent (null): nothing of it can be seen, and what kind it was neither. */
function outlivesReading(value: AnyRecord | null): boolean {
  if (value === null) return true;
  return 'kind' in value && (value.kind === 'outcome' || value.kind === 'signoff');
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
