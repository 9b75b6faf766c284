'use client';
import { type MouseEvent, useMemo, useState } from 'react';
import { useRouter } from 'next/navigation';
import { type DeckMove, NEW_DECK, begun, cardsOf, moved } from '#lib/insight/deck.ts';
import {
  type ContestedSentence,
  contestedSentences,
  passageNow,
} from '#lib/insight/contested-sentences.ts';
import type { Insight } from '#lib/insight/insight.ts';
import { useKnownPeople } from '#components/ui/use-known-people.ts';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { InsightView } from '../insight-view.ts';
import { useLiveReading } from '../use-live-reading.ts';
import { NothingContested } from './nothing-contested.tsx';
import { PresentFoot, PresentHead } from './present-bars.tsx';
import { Slide } from './slide.tsx';
import { spokenCard } from './spoken-card.ts';
import { usePresentKeys } from './use-present-keys.ts';
import styles from './present.module.css';

/** What the page needs at first paint. */
export interface PresentView extends Omit<InsightView, 'insight'> {
  insight: Insight;
}

/** One contested passage a screen, live, for the wall of a room. What is on stays on until the presenter moves. */
export function Present({ view }: { view: PresentView }) {
  const { user, reading, text, blocks, members } = view;
  const router = useRouter();
  const { insight, records } = useLiveReading(reading, user, view.insight, true);
  const ranked = useMemo(
    () => contestedSentences(insight.passages, blocks),
    [insight.passages, blocks],
  );
  const [kept, setDeck] = useState(NEW_DECK);
  const [names, setNames] = useState(false);
  const [said, setSaid] = useState('');
  useKnownPeople(
    insight.people.map((person) => person.user),
    members,
  );
  const deck = begun(kept, ranked);
  if (deck !== kept) setDeck(deck);
  const cards = cardsOf(deck, ranked);
  const card = cards[deck.at];
  const back = hrefOf(reading.id, card);

  const go = (move: DeckMove): void => {
    const next = moved(deck, ranked, move);
    setDeck(next);
    const on = next.shown[next.at];
    if (next === deck || on === undefined) return;
    const passage = passageNow(on, insight.passages) ?? on.passage;
    setSaid(`${next.at + 1} of ${cards.length}. ${spokenCard(passage, text)}`);
  };
  usePresentKeys({
    move: go,
    leave: () => router.push(back),
    switchNames: () => setNames(!names),
  });
  return (
    <div className={styles.page}>
      <PresentHead
        title={reading.article.title}
        back={back}
        names={names}
        onNames={() => setNames(!names)}
      />
      <main id="main" tabIndex={-1} className={styles.slide} onClick={(event) => tap(event, go)}>
        {card === undefined ? (
          <NothingContested />
        ) : (
          <Slide
            key={card.sentence.start}
            card={card}
            view={{ ...view, insight, records, names }}
          />
        )}
      </main>
      {card !== undefined && <PresentFoot at={deck.at} of={cards.length} onMove={go} />}
      <p role="status" className={styles.said}>
        <VisuallyHidden>{said}</VisuallyHidden>
      </p>
    </div>
  );
}

function hrefOf(reading: string, card: ContestedSentence | undefined): string {
  const path = `/readings/${encodeURIComponent(reading)}`;
  return card === undefined ? path : `${path}?at=${card.passage.start}-${card.passage.end}`;
}

/** The right half goes on, the left one back; not where words are selected, nor on what can be pressed itself. */
function tap({ target, clientX }: MouseEvent, go: (move: DeckMove) => void): void {
  const isControl = target instanceof Element && target.closest('a, button') !== null;
  if (isControl || document.getSelection()?.isCollapsed === false) return;
  go(clientX < window.innerWidth / 2 ? 'previous' : 'next');
}
