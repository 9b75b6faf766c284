'use client';
import { Volume2 } from 'lucide-react';
import { nameOf } from '#components/margin/people.ts';
import { type Passage, useRoom } from '#components/reading-room/room.ts';
import { Button } from '#components/ui/button.tsx';
import { Choices } from '../choices.tsx';
import { placeInWords } from '../passage-words.ts';
import { SplitBar } from '../split-bar.tsx';
import { chosenBy } from '../chosen-by.ts';
import { SaidHere } from './said-here.tsx';
import { silentInWords, spokenSentence } from './sentence-words.ts';
import { useSentenceFigures } from './use-sentence-figures.ts';
import styles from './sentence-card.module.css';

/** One sentence: how its tags divide, who chose what, what is said on it, and who has not marked it. */
export function SentenceCard({ sentence }: { sentence: Passage }) {
  const { page, state } = useRoom();
  const view = useSentenceFigures(sentence);
  const words = page.text.slice(sentence.start, sentence.end).trim();
  const choices = chosenBy(view, page.user.id, (user) => nameOf(page, user));
  const readOut = (): void => {
    const groups = choices.map(({ tag, people }) => ({ name: tag.name, people }));
    state.announced.set(spokenSentence(words, view, groups));
  };
  const silent = silentInWords(view.silent);
  return (
    <section className={styles.card} aria-label="The sentence in view">
      <p className={styles.place}>{placeInWords(sentence.start, page.blocks)}</p>
      <blockquote className={styles.words} dir="auto">
        {words}
      </blockquote>
      {view.votes.size === 0 ? (
        <p className={styles.none}>Nobody whom you can see has tagged this sentence.</p>
      ) : (
        <SplitBar counts={view.tags} />
      )}
      {choices.length > 0 && <Choices choices={choices} className={styles.people} />}
      {view.silent === null && (
        <p className={styles.silent}>Others’ marks count here from the reveal on.</p>
      )}
      {silent !== '' && <p className={styles.silent}>{silent}</p>}
      <SaidHere comments={view.comments} />
      <Button kind="quiet" className={styles.readOut} onClick={readOut}>
        <Volume2 size={15} aria-hidden="true" /> Read it out
      </Button>
    </section>
  );
}
