import type { Opened, Room } from './room.ts';

/** Opens what lies at an offset of the text; again at the same marks: the next one, from the shortest to the longest. */
export function openAt({ state }: Room, offset: number): void {
  const ids = (state.layer.get()?.annotationsAt(offset) ?? []).map(({ id }) => id);
  if (ids.length === 0) return state.opened.set(null);
  const before = state.opened.get();
  const again = before?.kind === 'annotations' && before.ids.join() === ids.join();
  const picked = again ? (before.picked + 1) % ids.length : 0;
  state.opened.set({ kind: 'annotations', ids, picked });
}

export function openAnnotation({ state }: Room, id: string): void {
  state.opened.set({ kind: 'annotations', ids: [id], picked: 0 });
}

export function openBlock({ state }: Room, block: number): void {
  const before = state.opened.get();
  const isOpen = before?.kind === 'block' && before.block === block;
  state.opened.set(isOpen ? null : { kind: 'block', block });
}

/** Closes what is open, the newest first: what is written (its draft stays), then the card. False when nothing was. */
export function closeInMargin({ state }: Room): boolean {
  const top = state.writing.get() === null ? state.opened : state.writing;
  if (top.get() === null) return false;
  top.set(null);
  return true;
}

export function pickedId(opened: Opened | null): string | null {
  return opened?.kind === 'annotations' ? (opened.ids[opened.picked] ?? null) : null;
}
