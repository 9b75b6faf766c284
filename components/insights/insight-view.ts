import type { Block } from '#lib/article/document.ts';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import type { Myself, ReadingMember, ReadingView } from '#lib/protocol/http.ts';

/** What the insight page of a reading needs at first paint. */
export interface InsightView {
  user: Myself;
  reading: ReadingView;
  text: string;
  blocks: Block[];
  members: ReadingMember[];
  insight: ReadingInsight;
}
