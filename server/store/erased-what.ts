import { ownerOfKey } from '#lib/annotation/record-key.ts';
import { type Erasure, erasure } from './erasure.ts';
import type { ErasedWhat, KeyOfMap, LogEntry } from './log.ts';
import { notesErasure } from './notes-erasure.ts';

/** What erasing makes of the whole log of a place: of records what the keys say, of the notes where a person wrote what is deleted. */
export function erasureIn(place: string, entries: readonly LogEntry[], what: ErasedWhat): Erasure {
  if (place !== 'notes') return erasure(entries, isErasedBy(what));
  const wrote = 'person' in what && entries.some(({ user }) => user === what.person);
  return { entries: wrote ? notesErasure(entries) : [], keys: [] };
}

function isErasedBy(what: ErasedWhat): (key: KeyOfMap) => boolean {
  return 'person' in what
    ? ({ key }) => ownerOfKey(key) === what.person
    : ({ key }) => key === what.record;
}
