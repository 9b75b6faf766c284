import { closeInsight, isInsightShown, presentPath, showInsight } from '../insight-beside.ts';
import type { Command } from './command.ts';

/** What stands beside the text: the margin, or what the passage in view adds up to. */
export const INSIGHT: Command = {
  id: 'insight',
  keys: ['i'],
  words: 'Insight of the passage in view; again: the margin',
  group: 'view',
  when: () => true,
  run: (room) => (isInsightShown(room) ? closeInsight(room) : showInsight(room)),
};

export const INSIGHT_COMMANDS: readonly Command[] = [
  INSIGHT,
  {
    id: 'present',
    keys: ['p'],
    words: 'Present: one contested passage a screen',
    group: 'view',
    when: () => true,
    run: ({ page }) => window.location.assign(presentPath(page.reading.id)),
  },
  {
    id: 'close-insight',
    keys: ['Escape'],
    words: 'Close insight',
    group: 'view',
    when: (room) =>
      isInsightShown(room) && room.state.opened.get() === null && room.state.writing.get() === null,
    run: closeInsight,
  },
];
