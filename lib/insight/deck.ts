import type { ContestedSentence } from './contested-sentences.ts';

/** What is shown one after another, and how far it has come. */
export interface Deck {
  /** As they were shown; they keep their order, whatever is voted meanwhile. */
  shown: readonly ContestedSentence[];
  /** Index of the one that is on. */
  at: number;
}

export const NEW_DECK: Deck = { shown: [], at: 0 };

export type DeckMove = 'next' | 'previous' | 'first' | 'last';

/** What was shown in its order, then what was not, as it ranks now. */
export function cardsOf(
  { shown }: Deck,
  ranked: readonly ContestedSentence[],
): ContestedSentence[] {
  const known = new Set(shown.map(({ sentence }) => sentence.start));
  return [...shown, ...ranked.filter(({ sentence }) => !known.has(sentence.start))];
}

/** The deck with its first one on, as soon as there is one; nothing else moves what is on but the presenter. */
export function begun(deck: Deck, ranked: readonly ContestedSentence[]): Deck {
  const [first] = ranked;
  return deck.shown.length > 0 || first === undefined ? deck : { shown: [first], at: 0 };
}

/** The same deck where there is nowhere to go. */
export function moved(deck: Deck, ranked: readonly ContestedSentence[], move: DeckMove): Deck {
  const cards = cardsOf(deck, ranked);
  const at = targetOf(deck.at, move, cards.length - 1);
  if (at === deck.at) return deck;
  return { shown: cards.slice(0, Math.max(deck.shown.length, at + 1)), at };
}

function targetOf(at: number, move: DeckMove, last: number): number {
  if (move === 'first') return 0;
  if (move === 'last') return Math.max(0, last);
  return Math.max(0, Math.min(last, at + (move === 'next' ? 1 : -1)));
}
