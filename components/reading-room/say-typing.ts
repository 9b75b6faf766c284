import type { Room, Writing } from './room.ts';

/** Who stops typing is not answering any more. Milliseconds. */
const PAUSE = 5000;

let ending: ReturnType<typeof setTimeout> | undefined;

/** A key in an answer: others see in which thread, for a while. */
export function sayTyping({ state }: Room, writing: Writing): void {
  if (writing.kind !== 'reply') return;
  clearTimeout(ending);
  state.typing.set(writing.to);
  ending = setTimeout(() => state.typing.set(null), PAUSE);
}

export function endTyping({ state }: Room): void {
  clearTimeout(ending);
  state.typing.set(null);
}
