import { splitsSurrogates } from '../annotation/splits-surrogates.ts';
import type { ReadText } from './grow.ts';
import { type Stretch, wordsIn } from './word-at.ts';

export interface EndMove {
  end: 'start' | 'end';
  by: 'word' | 'character';
  step: 1 | -1;
}

/** The stretch with one end moved, past blocks too; the same one where it would become empty or leave the text. */
export function movedEnd(reading: ReadText, stretch: Stretch, move: EndMove): Stretch {
  const from = stretch[move.end];
  const to =
    move.by === 'word' ? nextEdge(reading, from, move) : nextCharacter(reading.text, from, move);
  if (to === null) return stretch;
  const moved = { ...stretch, [move.end]: to };
  return moved.start < moved.end ? moved : stretch;
}

/** Ends of sentences too, so that the full stop can be had. */
function nextEdge({ text, blocks }: ReadText, from: number, { end, step }: EndMove): number | null {
  const near = step === 1 ? blocks : blocks.toReversed();
  for (const block of near) {
    if (step === 1 ? block.end < from : block.start > from) continue;
    const sentences = block.sentences.map(([start, stop]) => ({ start, end: stop }));
    const edges = [...wordsIn(text, block), ...sentences]
      .map((one) => one[end])
      .filter((edge) => (step === 1 ? edge > from : edge < from));
    if (edges.length > 0) return step === 1 ? Math.min(...edges) : Math.max(...edges);
  }
  return null;
}

function nextCharacter(text: string, from: number, { step }: EndMove): number | null {
  const to = splitsSurrogates(text, from + step) ? from + 2 * step : from + step;
  return to < 0 || to > text.length ? null : to;
}
