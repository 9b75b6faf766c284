import { ownerOfKey } from '#lib/annotation/record-key.ts';
import type { ErasedWhat, KeyOfMap } from './log.ts';

export function isErasedBy(what: ErasedWhat): (key: KeyOfMap) => boolean {
  return 'person' in what
    ? ({ key }) => ownerOfKey(key) === what.person
    : ({ key }) => key === what.record;
}
