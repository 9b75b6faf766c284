import type { Records } from '#lib/annotation/record-set.ts';
import { wordsOfRecord } from './words-of-record.ts';

/** All that one person marked and said, as plain text in the order of the article; empty when there is nothing. */
export function myWords({ annotations, replies }: Records, me: string): string {
  const marks = [...annotations.values()].filter(({ author }) => author === me);
  const answers = [...replies.values()].filter(({ author }) => author === me);
  const said = [
    ...marks.map((mark) => ({ at: mark.target.start, words: wordsOfRecord(mark) })),
    ...answers.map((answer) => ({
      at: annotations.get(answer.annotation)?.target.start ?? Infinity,
      words: wordsOfRecord(answer),
    })),
  ];
  return said
    .toSorted((a, b) => a.at - b.at)
    .map(({ words }) => words)
    .filter((words) => words !== '')
    .join('\n\n');
}
