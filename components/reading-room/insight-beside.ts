import { closeFinding } from '#components/finding/choose.ts';
import type { Room } from './room.ts';
import { goToText } from './text-and-annotations.ts';

/** What is looked for stands before it. */
export function isInsightShown({ state }: Room): boolean {
  return state.insight.get() && state.finding.get() === null;
}

/** The focus stays where it is: who goes through the text with keys goes on there. */
export function showInsight(room: Room): void {
  if (room.state.finding.get() !== null) closeFinding(room);
  room.state.insight.set(true);
  room.state.announced.set('Insight stands beside the text.');
}

/** The margin stands there again; focus that was in the panel goes to the text. */
export function closeInsight(room: Room): void {
  const { activeElement } = document;
  if (activeElement !== null && activeElement.closest('[data-insight]') !== null) goToText(room);
  room.state.insight.set(false);
  room.state.announced.set('The margin stands beside the text.');
}

export const presentPath = (reading: string): string =>
  `/readings/${encodeURIComponent(reading)}/present`;
