import { type ContestedSentence, passageNow } from '#lib/insight/contested-sentences.ts';
import type { Passage } from '#lib/insight/insight.ts';
import { placeInWords, quoteOf } from '../passage-words.ts';
import { SplitBar } from '../split-bar.tsx';
import { Names, type NamesView } from './names.tsx';
import type { PresentView } from './present.tsx';
import styles from './present.module.css';

/** A wall takes more of a sentence than a list does. UTF-16 units. */
const MOST = { words: 600, around: 240 };

/** One contested passage in its sentence, and how members divide on it now. */
export function Slide({
  card,
  view,
}: {
  card: ContestedSentence;
  view: PresentView & NamesView & { names: boolean };
}) {
  const { text, blocks, insight, names } = view;
  const passage = passageNow(card, insight.passages);
  const { before, words, after } = quoteOf(passage ?? card.passage, text, blocks, MOST);
  return (
    <>
      <blockquote className={styles.words} dir="auto">
        {before}
        <mark>{words}</mark>
        {after}
      </blockquote>
      <div className={styles.split}>
        <SplitBar counts={passage?.tags ?? {}} size="wall" />
      </div>
      <p className={styles.about}>
        {marked(passage)} · {placeInWords(card.passage.start, blocks)}
      </p>
      {names && passage !== null && <Names passage={passage} view={view} />}
    </>
  );
}

function marked(passage: Passage | null): string {
  if (passage === null) return 'Nobody marks this any more';
  const stands = Object.keys(passage.tags).length > 1 ? '' : ', and they agree now';
  return `${passage.members} marked it${stands}`;
}
